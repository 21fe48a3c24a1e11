// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The questions of one asker. Guarded by the lock of the {@link Admission}. */
final class Client {
  final Deque<Ticket> waiting = new ArrayDeque<>();
  int running;

  boolean isIdle() {
    return running == 0 && waiting.isEmpty();
  }
}
