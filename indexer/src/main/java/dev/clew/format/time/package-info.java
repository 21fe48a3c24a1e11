// SPDX-License-Identifier: Apache-2.0
/**
 * Reads points in time out of text, by hand-written scanners and without regular expressions.
 *
 * <p>Nothing here knows about lines or formats. Start reading at {@link
 * dev.clew.format.time.TimeScanner}.
 */
@NullMarked
package dev.clew.format.time;

import org.jspecify.annotations.NullMarked;
