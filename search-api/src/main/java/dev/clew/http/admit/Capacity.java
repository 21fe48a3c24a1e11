// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

/**
 * How much is worked on at once.
 *
 * @param slots questions at once, at least 1
 * @param queue questions that wait besides, at least 0
 * @param memory bytes the process may use; questions get two fifths of them
 */
public record Capacity(int slots, int queue, long memory) {
  private static final int SLOTS_A_CORE = 2;
  private static final int QUEUE = 50;

  /** What suits a machine with so many {@code cores} and a heap of at most {@code memory} bytes. */
  public static Capacity of(int cores, long memory) {
    return new Capacity(SLOTS_A_CORE * cores, QUEUE, memory);
  }

  /** Bytes for all questions together. */
  long budget() {
    return memory / 5 * 2;
  }

  /** Questions of one client at once: the other half of the slots is for others. */
  int slotsOfOne() {
    return Math.max(1, slots / 2);
  }
}
