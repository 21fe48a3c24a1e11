// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/**
 * Ranges of documents that the hashes point at. Each document's hashes all point at one block, so
 * that the blocks of several hashes may be intersected; blocks may overlap.
 */
final class Blocks {
  /** The size of a block whose documents may hold any hash: no hash points at it. */
  static final int ANY = -1;

  /** More documents would make a hit dear to verify, fewer would make the pairs many. */
  static final int MAX_WIDTH = 128;

  /** Bounds the memory for telling the hashes of a block apart. */
  static final int MAX_HASHES = 8192;

  private static final int GONE = -1;

  private int[] min = new int[16];
  private int[] max = new int[16];
  private int[] hashes = new int[16];
  private int size;

  /**
   * Adds the documents {@code from} to {@code to}, both inclusive, with at most {@code count}
   * different hashes, or {@link #ANY}; answers the number of the block.
   */
  int add(int from, int to, int count) {
    if (size == min.length) {
      int room = ArrayUtil.oversize(size + 1, Integer.BYTES);
      min = Arrays.copyOf(min, room);
      max = Arrays.copyOf(max, room);
      hashes = Arrays.copyOf(hashes, room);
    }
    min[size] = from;
    max[size] = to;
    hashes[size] = count;
    return size++;
  }

  /** Stretches a block to the document {@code to}, with {@code count} different hashes now. */
  void extend(int block, int to, int count) {
    max[block] = to;
    hashes[block] = count;
  }

  /** Adds a block none of whose documents is left. */
  void addGone() {
    add(GONE, GONE, 0);
  }

  int size() {
    return size;
  }

  int min(int block) {
    return min[block];
  }

  int max(int block) {
    return max[block];
  }

  int hashes(int block) {
    return hashes[block];
  }

  /**
   * Puts those blocks that are left into {@code target}, ascending by their first document, small
   * neighbours made one; answers the new number of each, negative when gone. The new numbers of any
   * two blocks are in the order of their first documents.
   */
  int[] arrange(Blocks target) {
    long[] order = new long[size];
    int left = 0;
    for (int block = 0; block < size; block++) {
      if (min[block] != GONE) {
        order[left++] = ((long) min[block] << 32) | block;
      }
    }
    Arrays.sort(order, 0, left);
    int[] places = new int[size];
    Arrays.fill(places, GONE);
    for (int i = 0; i < left; i++) {
      int block = (int) order[i];
      places[block] =
          target.joins(min[block], max[block], hashes[block])
              ? target.size - 1
              : target.add(min[block], max[block], hashes[block]);
    }
    return places;
  }

  private boolean joins(int from, int to, int count) {
    int last = size - 1;
    if (last < 0 || (count == ANY) != (hashes[last] == ANY)) {
      return false;
    }
    int end = Math.max(max[last], to);
    if (count == ANY) {
      if (from > max[last] + 1) {
        return false;
      }
    } else if (end - min[last] >= MAX_WIDTH || count > MAX_HASHES - hashes[last]) {
      return false;
    } else {
      hashes[last] += count;
    }
    max[last] = end;
    return true;
  }
}
