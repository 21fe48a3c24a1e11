// SPDX-License-Identifier: Apache-2.0
/**
 * Which services call which: how often, how long it takes and how often it fails.
 *
 * <p>Calls are told by spans; where there are none they are reconstructed, and say so. Start
 * reading at {@link dev.clew.correlate.call.CallSearch}.
 */
@NullMarked
package dev.clew.correlate.call;

import org.jspecify.annotations.NullMarked;
