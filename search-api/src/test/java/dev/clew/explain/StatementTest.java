// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns that differ only in the shape of an id are printed by one statement. */
class StatementTest {
  private final Comparer comparer = new Comparer();

  @Test
  void anIdOfAnotherShapeIsNoNews() {
    Scene now = new Scene("2026-03-01T14:00:00Z");
    Scene before = new Scene("2026-02-22T09:30:00Z");
    for (int i = 0; i < 40; i++) {
      now.add(i, "stock", "INFO", "worker connect-7f3a91%02x-fe joined".formatted(i));
      before.add(i, "stock", "INFO", "worker connect-%d joined".formatted(i));
      for (String steady : List.of("asked", "answered", "reserved", "released", "counted")) {
        now.add(i, "stock", "INFO", steady);
        before.add(i, "stock", "INFO", steady);
      }
    }
    now.steady(20, 40, 5, "stock", "INFO", "worker is full");

    List<PatternChange> changes = comparer.compare(now.events(), before.events()).patterns();

    assertThat(changes.getFirst().pattern().template()).isEqualTo("worker is full");
    assertThat(changes)
        .filteredOn(change -> change.pattern().template().contains("joined"))
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.score()).isLessThan(0.01));
  }
}
