// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.pattern.PatternMerger.Merged;
import dev.clew.pattern.PatternMerger.Seen;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PatternMergerTest {
  private static final List<String> NAMES =
      List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace");

  @Test
  void putsNamesOfOneStatementTogether() {
    List<Seen> seen = new ArrayList<>(named("session opened for user %s by <num>"));
    seen.add(new Seen("cache is warm", "info", 3));

    List<Merged> merged = PatternMerger.merge(seen);

    assertThat(merged)
        .extracting(Merged::template)
        .containsExactly("session opened for user <word> by <num>", "cache is warm");
    assertThat(merged.getFirst().members()).containsExactly(6, 5, 4, 3, 2, 1, 0);
  }

  @Test
  void keepsStatementsApartThatDifferInAFewWords() {
    List<Seen> seen =
        Stream.of("order accepted", "order rejected", "order shipped")
            .map(template -> new Seen(template, "info", 5))
            .toList();

    assertThat(PatternMerger.merge(seen)).hasSize(3);
  }

  @Test
  void keepsKindsApart() {
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      seen.add(new Seen("session opened for user " + NAMES.get(i), "service " + i, 1));
    }

    assertThat(PatternMerger.merge(seen)).hasSize(NAMES.size());
  }

  @Test
  void everyPatternIsInOneStatementWhoseWildcardFindsIt() {
    RandomText random = new RandomText(11);
    List<Seen> seen = new ArrayList<>(named("login of %s from <ip> (\"a b\", 7*x) ok?"));
    IntStream.range(0, 2_000)
        .forEach(i -> seen.add(new Seen(Shape.split(random.next()).template(), "info", i)));

    List<Merged> merged = PatternMerger.merge(seen);

    assertThat(merged.stream().flatMap(each -> each.members().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, seen.size()).boxed().toList());
    for (Merged each : merged) {
      Query.Like like = new Query.Like("pattern.template", each.wildcard());
      assertThat(each.members()).allMatch(member -> like.fits(seen.get(member).template()));
    }
  }

  @Test
  void leavesWhatWasCutShortAlone() {
    String start = "x".repeat(Template.LIMIT - 1);
    List<Seen> seen = List.of(new Seen(start + "…", "info", 1), new Seen(start + "…", "info", 1));

    assertThat(PatternMerger.merge(seen)).extracting(each -> each.members().size()).containsOnly(1);
  }

  @Test
  void nothingMakesNothing() {
    assertThat(PatternMerger.merge(List.of())).isEmpty();
  }

  private static List<Seen> named(String format) {
    return IntStream.range(0, NAMES.size())
        .mapToObj(i -> new Seen(format.formatted(NAMES.get(i)), "info", i))
        .toList();
  }
}
