// SPDX-License-Identifier: Apache-2.0
/**
 * Makes the scenarios of {@code sample-logs/}: a shop's Git history, its day, and what broke.
 *
 * <p>Start at {@link dev.clew.samples.SampleLogs}. Everything is drawn from a seed; the clock and
 * the environment have no say. Nothing here may be used by the product.
 */
@NullMarked
package dev.clew.samples;

import org.jspecify.annotations.NullMarked;
