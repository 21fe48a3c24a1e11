// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import java.util.concurrent.locks.Condition;

/** A question on its way. Guarded by the lock of the {@link Admission}. */
final class Ticket {
  final String client;
  final long bytes;
  final Condition changed;
  State state = State.WAITING;

  /** When its work began. */
  long started;

  /** Until when its work was counted. */
  long counted;

  enum State {
    WAITING,
    ADMITTED,
    REFUSED,
    STOPPED
  }

  Ticket(String client, long bytes, Condition changed) {
    this.client = client;
    this.bytes = bytes;
    this.changed = changed;
  }

  void turn(State next) {
    state = next;
    changed.signal();
  }
}
