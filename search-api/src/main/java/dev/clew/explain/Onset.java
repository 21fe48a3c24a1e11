// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.LogEvent;

/**
 * When the failure began.
 *
 * @param epochNanos nanoseconds since the epoch
 * @param event the first event of the failure
 */
public record Onset(long epochNanos, LogEvent event) {}
