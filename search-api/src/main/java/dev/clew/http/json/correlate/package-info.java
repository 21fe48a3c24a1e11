// SPDX-License-Identifier: Apache-2.0
/**
 * The shapes of answers about events that belong together.
 *
 * <p>Nothing is computed here. Start reading at {@link dev.clew.http.json.correlate.UnitJson}.
 */
@NullMarked
package dev.clew.http.json.correlate;

import org.jspecify.annotations.NullMarked;
