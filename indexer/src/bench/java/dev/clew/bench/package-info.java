// SPDX-License-Identifier: Apache-2.0
/**
 * Benchmarks by JMH, built and run only under the Maven profile {@code bench}. What measures the
 * whole product lives in {@code macro}.
 *
 * <p>Start reading at {@link dev.clew.bench.ParseBenchmark}.
 */
@NullMarked
package dev.clew.bench;

import org.jspecify.annotations.NullMarked;
