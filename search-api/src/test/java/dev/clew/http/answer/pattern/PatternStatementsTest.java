// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.Severity;
import dev.clew.http.answer.pattern.PatternStatements.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PatternStatementsTest {
  private static final PatternTally NOTHING = new PatternTally(Map.of(), 0, true, true);

  @Test
  void keepsPatternsApartThatNoShortQueryTellsFromOthers() {
    List<String> templates = named(60);
    templates.add("paid by card in time and in cash");

    List<Statement> all = new PatternStatements(tally(templates), NOTHING).all();

    assertThat(all).hasSize(61).allMatch(statement -> statement.members() == 1);
  }

  @Test
  void putsThemTogetherWhereAQueryDoes() {
    List<Statement> all = new PatternStatements(tally(named(60)), NOTHING).all();

    assertThat(all).hasSize(1);
    assertThat(all.getFirst().queryText()).isEqualTo("pattern.template=paid?by?*?in?cash");
    assertThat(all.getFirst().now()).isEqualTo(60);
  }

  private static List<String> named(int count) {
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      templates.add("paid by %c%c in cash".formatted('a' + i / 20, 'a' + i % 20));
    }
    return templates;
  }

  private static PatternTally tally(List<String> templates) {
    Map<String, PatternTally.Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < templates.size(); i++) {
      String id = "%012x".formatted(i);
      rows.put(
          id,
          new PatternTally.Row(
              id, templates.get(i), 1, new TreeSet<>(List.of("pay")), Severity.INFO, i, i));
    }
    return new PatternTally(rows, templates.size(), true, true);
  }
}
