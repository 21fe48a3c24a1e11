// SPDX-License-Identifier: Apache-2.0
/**
 * The whole product against its peers: programs that print figures, and the table of ratios made of
 * them. The script {@code src/bench/macro/run} runs them beside the peers. No benchmark by JMH lives
 * here.
 *
 * <p>Start reading at {@link dev.clew.bench.macro.StoreFigures}.
 */
@NullMarked
package dev.clew.bench.macro;

import org.jspecify.annotations.NullMarked;
