// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.store.Selection;

/**
 * One of the two sets.
 *
 * @param selection which events, its range cut to what is stored
 * @param members events, or requests, in it
 * @param read how many of them were read one by one
 * @param exact false when {@code members} may be off
 */
public record ComparedSet(Selection selection, long members, long read, boolean exact) {
  private static final double MINUTE = 60e9;

  /** Minutes its range is long, at least one second's worth. */
  public double minutes() {
    double nanos = (double) selection.range().to() - selection.range().from();
    return Math.max(1.0 / 60, nanos / MINUTE);
  }

  /** True when some of its members were not read. */
  public boolean isPart() {
    return read < members;
  }
}
