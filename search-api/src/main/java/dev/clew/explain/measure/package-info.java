// SPDX-License-Identifier: Apache-2.0
/**
 * What numbers and moments can and cannot say: tests of significance, where a rate changes, which
 * measurements left their range.
 *
 * <p>No store, no pattern and no trace is known here, and nothing is ranked. Start reading at
 * {@link dev.clew.explain.measure.Significance}.
 */
@NullMarked
package dev.clew.explain.measure;

import org.jspecify.annotations.NullMarked;
