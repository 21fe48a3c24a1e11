// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of questions that take long, the most recent ones. One question is worked on at a
 * time, so that asking again while the first is under way costs nothing.
 */
final class Remembered<K, V> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<K, V> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  /** Keeps the {@code most} answers that were asked for last. */
  Remembered(int most) {
    this.most = most;
  }

  V get(K question, Supplier<V> work) {
    lock.lock();
    try {
      @Nullable V known = answers.get(question);
      if (known != null) {
        return known;
      }
      V answer = work.get();
      answers.put(question, answer);
      if (answers.size() > most) {
        answers.remove(answers.keySet().iterator().next());
      }
      return answer;
    } finally {
      lock.unlock();
    }
  }
}
