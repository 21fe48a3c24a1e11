// SPDX-License-Identifier: Apache-2.0
/**
 * What sets any two sets of events, or of requests, apart: one ranked list of findings over fields,
 * patterns, values inside messages, numbers, steps and silence.
 *
 * <p>Nothing is weighed by what it may mean for an incident, and no cause is named: that is the
 * work of {@code explain} and {@code suspect}. Start reading at {@link
 * dev.clew.contrast.DifferenceSearch}.
 */
@NullMarked
package dev.clew.contrast;

import org.jspecify.annotations.NullMarked;
