// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import java.util.Arrays;

/** Numbers 0, 1, 2 … for different keys, in the order in which they were first seen. */
final class LongIds {
  private static final int FREE = -1;

  private long[] keys = new long[16];
  private int[] slots = new int[64];
  private int size;

  LongIds() {
    Arrays.fill(slots, FREE);
  }

  int size() {
    return size;
  }

  /** Bytes of memory, about. */
  long bytes() {
    return (long) size * (Long.BYTES + 4 * Integer.BYTES);
  }

  /** The key of that number. */
  long key(int id) {
    return keys[id];
  }

  /** The number of {@code key}. */
  int id(long key) {
    int slot = slot(key);
    if (slots[slot] != FREE) {
      return slots[slot];
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      slots = new int[keys.length * 4];
      Arrays.fill(slots, FREE);
      for (int id = 0; id < size; id++) {
        slots[slot(keys[id])] = id;
      }
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = size;
    return size++;
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != FREE && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
