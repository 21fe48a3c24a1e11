// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;

/**
 * A stretch of cells from one in which events name a version to one in which they name another.
 *
 * @param version as the events name it; never empty
 * @param range from the start of its first cell to the start of the other's, or to the end
 * @param events so many name it there
 */
public record Band(String version, TimeRange range, long events) {}
