// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.guard;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What chains of deltas cost that were followed before, so that each step of a long history is
 * looked at about once. Keeps a fixed number of them. Thread-safe.
 */
final class KnownChains {
  private static final int SLOTS = 1 << 16;

  private final AtomicReferenceArray<@Nullable Chain> slots = new AtomicReferenceArray<>(SLOTS);

  /**
   * A chain that begins at a place of a pack and is within the limits.
   *
   * @param pack path of the pack
   * @param offset where its last object begins, in bytes
   * @param steps deltas until the whole object
   * @param bytes that unfolding it takes, of all steps together
   */
  record Chain(String pack, long offset, int steps, long bytes) {}

  @Nullable Chain get(String pack, long offset) {
    Chain chain = slots.get(slot(pack, offset));
    return chain != null && chain.offset == offset && chain.pack.equals(pack) ? chain : null;
  }

  void put(Chain chain) {
    slots.set(slot(chain.pack, chain.offset), chain);
  }

  private static int slot(String pack, long offset) {
    long mixed = (pack.hashCode() * 31L + offset) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 48) & (SLOTS - 1);
  }
}
