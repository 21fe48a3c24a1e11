// SPDX-License-Identifier: Apache-2.0
/**
 * What two sets of counts, or of numbers, say about each other: exact tests and sizes of effects.
 *
 * <p>No event and no store is known here. Start reading at {@link
 * dev.clew.contrast.measure.Shares}.
 */
@NullMarked
package dev.clew.contrast.measure;

import org.jspecify.annotations.NullMarked;
