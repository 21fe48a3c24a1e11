// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Files that do not count any more and wait to be deleted. That one cannot be deleted now is no
 * failure of the commit that made it worthless: it is tried again with the next. Not thread-safe.
 */
final class Leftovers {
  private final Deque<Cleaning> waiting = new ArrayDeque<>();

  /** Deletes something that nobody needs; doing it again does no harm. */
  @FunctionalInterface
  interface Cleaning {
    void run() throws IOException;
  }

  void add(Cleaning cleaning) {
    waiting.add(cleaning);
  }

  /** Deletes what can be deleted now. */
  void clean() {
    List<Cleaning> kept = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Cleaning cleaning = waiting.remove();
      try {
        cleaning.run();
      } catch (IOException | AlreadyClosedException e) {
        kept.add(cleaning);
      }
    }
    waiting.addAll(kept);
  }
}
