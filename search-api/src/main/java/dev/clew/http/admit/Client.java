// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The questions of one asker. Guarded by the lock of the {@link Admission}. */
final class Client {
  final Deque<Ticket> waiting = new ArrayDeque<>();
  int running;

  /** Nanoseconds of work since the client was idle last. */
  long worked;

  boolean isIdle() {
    return running == 0 && waiting.isEmpty();
  }
}
