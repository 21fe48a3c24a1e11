// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import dev.clew.explain.PatternChange.Kind;
import dev.clew.store.Events;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShortlistTest {
  private static final LogEvent EVENT = new Events().event("x");

  @Test
  void showsTheLeadingPatternOfEachLoggerFirst() {
    List<PatternChange> changes =
        List.of(
            change("a", "pool", 0.9),
            change("b", "pool", 0.7),
            change("c", "pool", 0.6),
            change("d", "client", 0.08),
            change("e", "cache", 0.05));

    assertThat(ids(changes)).containsExactly("a", "d", "b", "e", "c");
  }

  @Test
  void keepsTheOrderWhereNoLoggerIsNamed() {
    List<PatternChange> changes =
        List.of(change("a", null, 0.9), change("b", null, 0.7), change("c", null, 0.6));

    assertThat(ids(changes)).containsExactly("a", "b", "c");
  }

  @Test
  void leavesScoresAsTheyAre() {
    List<PatternChange> changes = List.of(change("a", "pool", 0.9), change("b", "pool", 0.7));

    assertThat(Shortlist.of(changes)).containsExactlyElementsOf(changes);
  }

  private static List<String> ids(List<PatternChange> changes) {
    return Shortlist.of(changes).stream().map(change -> change.pattern().id()).toList();
  }

  private static PatternChange change(String id, @Nullable String logger, double score) {
    return new PatternChange(
        new Pattern(id, id), "pay", logger, Severity.ERROR, Kind.NEW, 1, 0, score, 0, EVENT);
  }
}
