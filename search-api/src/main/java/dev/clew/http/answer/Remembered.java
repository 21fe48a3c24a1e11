// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.store.Until;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers of questions that take long, the most recent ones. One question is worked on at a
 * time, so that asking again while the first is under way costs nothing.
 */
final class Remembered<K, V> {
  private static final long LOOK_MILLIS = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<K, V> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  /** Keeps the {@code most} answers that were asked for last. */
  Remembered(int most) {
    this.most = most;
  }

  /** The answer, remembered or made by {@code work}; none when its turn does not come in time. */
  Optional<V> get(K question, Until until, Supplier<V> work) {
    if (!isTurn(until)) {
      return Optional.empty();
    }
    try {
      @Nullable V known = answers.get(question);
      if (known != null) {
        return Optional.of(known);
      }
      V answer = work.get();
      answers.put(question, answer);
      if (answers.size() > most) {
        answers.remove(answers.keySet().iterator().next());
      }
      return Optional.of(answer);
    } finally {
      lock.unlock();
    }
  }

  private boolean isTurn(Until until) {
    try {
      while (!until.passed()) {
        if (lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
