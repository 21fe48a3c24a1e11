// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.store.Until;

/** Ends a search when nobody waits for it any more. One thread. */
public final class Patience {
  private static final int CALLS_A_LOOK = 256;

  private final Until until;
  private int calls;

  public Patience(Until until) {
    this.until = until;
  }

  /** The same for another thread. */
  public Patience another() {
    return new Patience(until);
  }

  /** Thrown through Lucene where its loops have no other way out. */
  public static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super("nobody waits for the answer any more", null, false, false);
    }
  }

  /** Called for each document looked at. */
  public void check() {
    if (++calls % CALLS_A_LOOK == 0) {
      checkNow();
    }
  }

  /** Called for each piece of work. */
  public void checkNow() {
    if (until.passed()) {
      throw new Over();
    }
  }
}
