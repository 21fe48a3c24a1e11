// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.LogEvent;

/**
 * An event that became visible.
 *
 * @param number ascending by one in the order of arrival
 * @param publication of which it was part: those between two refreshes share one
 */
public record Arrival(long number, long publication, LogEvent event) {}
