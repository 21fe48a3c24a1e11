// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.util.Arrays;

/**
 * For each source the lowest and the highest offset of its events in a partition. An event outside
 * is not there; one inside may be.
 */
public final class SourceRanges {
  /** No source. */
  public static final SourceRanges NONE = new SourceRanges(new String[0], new long[0], new long[0]);

  /** Below all offsets. */
  public static final long NOWHERE = -1;

  private final String[] sources;
  private final long[] lowest;
  private final long[] highest;

  /** The arrays are in step, and {@code sources} ascends. */
  SourceRanges(String[] sources, long[] lowest, long[] highest) {
    this.sources = sources;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** How many sources there are. */
  public int size() {
    return sources.length;
  }

  String source(int index) {
    return sources[index];
  }

  long lowest(int index) {
    return lowest[index];
  }

  long highest(int index) {
    return highest[index];
  }

  /** False when no event from there can be in the partition. */
  public boolean mayHold(String source, long offset) {
    int index = Arrays.binarySearch(sources, source);
    return index >= 0 && lowest[index] <= offset && offset <= highest[index];
  }

  /** The highest offset of {@code source}, or {@link #NOWHERE}. */
  public long highest(String source) {
    int index = Arrays.binarySearch(sources, source);
    return index >= 0 ? highest[index] : NOWHERE;
  }
}
