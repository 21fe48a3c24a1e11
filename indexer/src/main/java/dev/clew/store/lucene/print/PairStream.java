// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;

/**
 * Pairs of a hash (upper 32 bits) and a block (lower 32 bits), ascending, unsigned. The block is
 * first a number within the stream and becomes one of the segment that is written.
 */
abstract class PairStream {
  private static final long HASH = -1L << 32;

  private final int base;
  private int[] places = new int[0];
  private long pair;

  /** Block {@code b} of this stream is number {@code base + b} of those that get arranged. */
  PairStream(int base) {
    this.base = base;
  }

  static long pair(int hash, int block) {
    return ((long) hash << 32) | block;
  }

  static int hash(long pair) {
    return (int) (pair >>> 32);
  }

  static int block(long pair) {
    return (int) pair;
  }

  /** Says where the blocks went, before the first {@link #next}. */
  final void arranged(int[] newPlaces) {
    places = newPlaces;
  }

  /** Goes to the next pair whose block is left; false at the end. */
  final boolean next() throws IOException {
    while (advance()) {
      long read = read();
      int place = places[base + block(read)];
      if (place >= 0) {
        pair = (read & HASH) | place;
        return true;
      }
    }
    return false;
  }

  /** The pair that {@link #next} went to. */
  final long pair() {
    return pair;
  }

  /** Goes one pair on; false at the end. */
  protected abstract boolean advance() throws IOException;

  /** The pair that {@link #advance} went to. */
  protected abstract long read();
}
