// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what takes a moment. */
final class Eventually {
  private static final long LOOK_NANOS = 2_000_000;

  private Eventually() {}

  /** Returns how long it took; fails when it takes longer than {@code longest}. */
  static Duration becomes(BooleanSupplier expected, Duration longest) {
    long start = System.nanoTime();
    while (!expected.getAsBoolean()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new AssertionError("not within " + longest);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
