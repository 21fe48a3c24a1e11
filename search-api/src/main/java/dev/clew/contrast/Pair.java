// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.explain.window.Beside;
import java.util.function.Function;

/** What is made of each of two sets, one beside the other. */
record Pair<T>(T one, T other) {

  /**
   * Does {@code work} on both at once.
   *
   * @param work thread-safe; what it throws is thrown here, after both have stopped
   */
  static <S, T> Pair<T> of(S one, S other, Function<S, T> work) {
    try (Beside<T> beside = Beside.of(() -> work.apply(other))) {
      T first = work.apply(one);
      return new Pair<>(first, beside.get());
    }
  }
}
