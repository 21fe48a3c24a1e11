// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;

/**
 * A stretch of cells in which events name a version.
 *
 * @param version as the events name it; never empty
 * @param range from the start of its first cell to the end of its last
 * @param events so many name it there
 */
public record Band(String version, TimeRange range, long events) {}
