// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.explain.window.Beside;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is computed on a thread of its own. */
class BesideTest {
  @Test
  void givesWhatItsThreadComputes() {
    try (Beside<String> beside = Beside.of(() -> Thread.currentThread().getName())) {
      assertThat(beside.get()).isEqualTo("clew-beside");
    }
  }

  @Test
  void throwsWhatTheComputationThrew() {
    try (Beside<String> beside =
        Beside.of(
            () -> {
              throw new IllegalStateException("the store is damaged");
            })) {
      assertThatThrownBy(beside::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the store is damaged");
    }
  }

  @Test
  void closingWaitsUntilNothingReadsAnyMore() {
    Thread owner = Thread.currentThread();
    AtomicBoolean read = new AtomicBoolean();
    try (Beside<Boolean> beside =
        Beside.of(
            () -> {
              while (owner.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              read.set(true);
              return true;
            })) {
      assertThat(beside).isNotNull();
    }
    assertThat(read).isTrue();
  }
}
