// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

/**
 * Tells numbers that come again and again, such as ports and status codes, from ids that come once.
 * Counts in a fixed table where others wear an entry down (after Misra and Gries, "Finding repeated
 * elements", 1982): a wrong answer costs time or space, never an answer. Not thread-safe.
 */
final class FrequentNumbers {
  private static final int SIZE = 1 << 15;
  private static final byte ENOUGH = 48;

  private final int[] hashes = new int[SIZE];
  private final byte[] counts = new byte[SIZE];

  /** Notes a number; true when it is frequent. */
  boolean isFrequent(int hash) {
    int at = (hash ^ hash >>> 16) & (SIZE - 1);
    if (hashes[at] == hash) {
      counts[at] += counts[at] < Byte.MAX_VALUE ? (byte) 1 : 0;
      return counts[at] > ENOUGH;
    }
    if (counts[at] == 0) {
      hashes[at] = hash;
      counts[at] = 1;
    } else {
      counts[at]--;
    }
    return false;
  }
}
