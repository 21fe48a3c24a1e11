// SPDX-License-Identifier: Apache-2.0
/**
 * Numbers and values computed over rows, in bounded memory.
 *
 * <p>A tally counts exactly as long as it may, then estimates and says so. What rows are and how
 * they are grouped does not live here. Start reading at {@link dev.clew.pipe.measure.Tally}.
 */
@NullMarked
package dev.clew.pipe.measure;

import org.jspecify.annotations.NullMarked;
