// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.store.Until;
import java.time.Duration;

/** Waits for a while, and knows whether that was enough. */
final class Attempt implements Until {
  private final long start = System.nanoTime();
  private final long most;
  private final Until until;
  private volatile boolean passed;

  /** Waits no longer than {@code patience} from now, nor than {@code until}. */
  Attempt(Duration patience, Until until) {
    this.most = patience.toNanos();
    this.until = until;
  }

  /** Waits until {@code until}. */
  Attempt(Until until) {
    this.most = Long.MAX_VALUE;
    this.until = until;
  }

  @Override
  public boolean passed() {
    passed |= System.nanoTime() - start >= most || until.passed();
    return passed;
  }

  /** True when whoever asked was told that the time had passed. */
  boolean wasCut() {
    return passed;
  }
}
