// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.TimeRange;
import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import dev.clew.query.pipe.PipelineParser;
import dev.clew.store.Events;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PipesTest {
  private static final Limits SMALL = new Limits(50, 20, 30, 5, 1 << 20);

  private static LogStore store() {
    Events events = new Events();
    List<LogEvent> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int number = i;
      all.add(
          events.event(
              "order " + i + " took " + i + " ms",
              e ->
                  e.service(number % 3 == 0 ? "checkout" : "payment")
                      .severity(number % 10 == 0 ? "ERROR" : "INFO")
                      .thread("t" + number % 2)
                      .attribute("order", "o" + number / 4)
                      .attribute("duration", number + "ms")));
    }
    LogStore store = new ListLogStore();
    store.append(all, Map.of());
    store.refresh();
    return store;
  }

  private static Table run(String text, Limits limits) {
    return new Pipes(store(), ZoneOffset.UTC, limits)
        .run(PipelineParser.parse(text).pipeline(), TimeRange.ALL, Until.NEVER);
  }

  private static List<String> texts(Table table) {
    return table.rows().stream()
        .map(
            row ->
                table.columns().stream()
                    .map(column -> row.cell(column.name()).text())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void countsAndMeasuresWithUnits() {
    Table table =
        run("| stats count max(duration) avg(duration) p50(duration) by service", Limits.STANDARD);
    assertThat(texts(table))
        .containsExactly("payment 133 199ms 99.75188ms 100ms", "checkout 67 198ms 99ms 99ms");
    assertThat(table.complete()).isTrue();
    assertThat(texts(run("| stats p95(duration) by service | where p95 > 190ms", Limits.STANDARD)))
        .isEmpty();
    assertThat(texts(run("| top 1 service", Limits.STANDARD))).containsExactly("payment 133 66.5%");
  }

  @Test
  void showsTheEventsAroundEveryHitOldestFirst() {
    Table table = run("\"order 50\" | context 2 by thread", Limits.STANDARD);
    assertThat(table.rows())
        .extracting(row -> row.cell("msg").text().split(" ")[1])
        .containsExactly("46", "48", "50", "52", "54");
    assertThat(table.rows())
        .extracting(row -> ((EventRow) row).neighbour())
        .containsExactly(true, true, false, true, true);
  }

  @Test
  void showsAllEventsOfEachUnitAsOneRow() {
    Table table = run("level:error | trace order | head 2", Limits.STANDARD);
    assertThat(texts(table))
        .containsExactly(
            "o47 2026-03-01T10:03:08Z 3s 4 error checkout, payment",
            "o45 2026-03-01T10:03:00Z 3s 4 error checkout, payment");
  }

  @Test
  void putsPatternsOfOneStatementTogether() {
    Events events = new Events();
    LogStore store = new ListLogStore();
    List<LogEvent> all = new ArrayList<>();
    for (String name : List.of("ada", "bea", "cid", "dot", "eve", "fay")) {
      String text = "session opened for " + name + " by root";
      all.add(events.event(text).withPattern(new Pattern(name, text)));
    }
    all.add(events.event("ready").withPattern(new Pattern("ready", "ready")));
    store.append(all, Map.of());
    store.refresh();

    Table table =
        new Pipes(store, ZoneOffset.UTC, Limits.STANDARD)
            .run(PipelineParser.parse("* | patterns").pipeline(), TimeRange.ALL, Until.NEVER);

    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().getFirst().cell("pattern.template").text())
        .isEqualTo("session opened for <word> by root");
    assertThat(table.rows()).extracting(row -> row.cell("count").text()).containsExactly("6", "1");
    assertThat(table.rows())
        .extracting(row -> row.cell("members").text())
        .containsExactly("6", "1");
  }

  @Test
  void saysWhatSetsEventsApart() {
    Table table = run("level:error | explain vs (level:info)", Limits.STANDARD);
    assertThat(texts(table).getFirst())
        .startsWith("thread t0 20 80 100% 44.444444% 1.682137 ")
        .endsWith(" have thread=t0 (20 of 20, 80 of 180)");
    assertThat(table.columns()).extracting(Column::name).startsWith("field", "value", "here");
    assertThat(table.columns()).extracting(Column::name).endsWith("q", "group", "finding");
  }

  @Test
  void saysThatItCannotLookForSuspectsInCodeItDoesNotHave() {
    Table table = run("level:error | suspects", Limits.STANDARD);
    assertThat(table.columns()).extracting(Column::name).contains("score", "for", "against");
    assertThat(table.notes())
        .anyMatch(note -> note.startsWith("no repository was given"))
        .anyMatch(note -> note.startsWith("no changes were given"));
  }

  @Test
  void namesNoCauseFromAPartOfTheEvents() {
    Table table =
        new Pipes(store(), ZoneOffset.UTC, Limits.STANDARD)
            .run(PipelineParser.parse("| suspects").pipeline(), TimeRange.ALL, () -> true);
    assertThat(table.rows()).isEmpty();
    assertThat(table.complete()).isFalse();
    assertThat(table.notes()).singleElement().asString().contains("no cause is named");
  }

  @Test
  void findsTheIdsThatServicesHaveInCommon() {
    Events events = new Events();
    List<LogEvent> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String order = "A-10" + (10 + i / 2);
      String service = i % 2 == 0 ? "checkout" : "payment";
      all.add(events.event("took part", e -> e.service(service).attribute("order", order)));
    }
    LogStore store = new ListLogStore();
    store.append(all, Map.of());
    store.refresh();

    Table table =
        new Pipes(store, ZoneOffset.UTC, Limits.STANDARD)
            .run(PipelineParser.parse("* | joins").pipeline(), TimeRange.ALL, Until.NEVER);

    assertThat(table.columns()).extracting(Column::name).startsWith("key", "score", "joins");
    Row row = table.rows().getFirst();
    assertThat(row.cell("key").text()).isEqualTo("order");
    assertThat(row.cell("services").text()).isEqualTo("checkout, payment");
    assertThat(number(row, "joined")).isEqualTo(20);
    assertThat(table.complete()).isTrue();
  }

  @Test
  void showsALaneARowByTheirFirstErrors() {
    Table table = run("level:error | timeline", Limits.STANDARD);
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows()).extracting(row -> row.cell("lane").text()).startsWith("checkout");
    assertThat(texts(run("| timeline by thread | head 1", Limits.STANDARD)).getFirst())
        .startsWith("t0 100 20 2026-03-01T10:00:00Z 2026-03-01T10:00:00Z ");
  }

  @Test
  void saysThatJoinsEndedWithTheirTime() {
    Table table =
        new Pipes(store(), ZoneOffset.UTC, Limits.STANDARD)
            .run(PipelineParser.parse("| joins").pipeline(), TimeRange.ALL, () -> true);
    assertThat(table.complete()).isFalse();
  }

  @Test
  void letsJoinsAndTimelineStandFirstOnly() {
    for (String pipe : List.of("joins", "timeline")) {
      assertThatThrownBy(() -> run("| head 5 | " + pipe, Limits.STANDARD))
          .isInstanceOf(PipeException.class)
          .hasMessageContaining("stands first");
    }
  }

  @Test
  void estimatesWhatItCannotKeepAndMarksIt() {
    Table table = run("| stats dc(duration) p50(duration) values(order)", SMALL);
    assertThat(table.columns()).extracting(Column::estimated).containsOnly(true);
    Row row = table.rows().getFirst();
    assertThat(number(row, "dc(duration)")).isBetween(196.0, 204.0);
    assertThat(number(row, "p50(duration)")).isBetween(98.0e6, 100.0e6);
    assertThat(((Cell.Several) row.cell("values(order)")).texts()).hasSize(5);
  }

  @Test
  void saysWhatIsCut() {
    Table rows = run("| stats count by order", SMALL);
    assertThat(rows.rows()).hasSize(20);
    assertThat(rows.complete()).isFalse();
    assertThat(rows.notes()).containsExactly("cut after 20 rows of 50 at least");
    Table groups = run("| rex \"order (?<n>\\d+)\" | stats count by n", SMALL);
    assertThat(groups.complete()).isFalse();
    assertThat(groups.notes()).contains("150 rows of groups after the first 50 were left out");
    Table sorted = run("| sort -duration | tail 3", SMALL);
    assertThat(sorted.notes()).containsExactly("sort kept the first 20 of 200 rows");
    assertThat(run("| sort -duration | head 3", SMALL).complete()).isTrue();
  }

  @Test
  void stopsWhenTimeIsUpAndSaysSo() {
    Table table =
        new Pipes(store(), ZoneOffset.UTC, Limits.STANDARD)
            .run(
                PipelineParser.parse("| rex \"(?<a>x)\" | stats count").pipeline(),
                TimeRange.ALL,
                () -> true);
    assertThat(table.complete()).isFalse();
    assertThat(table.notes())
        .containsExactly("stopped when time was up: only the newest 0 events were read");
  }

  @Test
  void saysWhereAPipeBelongs() {
    assertThatThrownBy(() -> run("| stats count by service | context 3", Limits.STANDARD))
        .isInstanceOf(PipeException.class)
        .hasMessage("context works on events: it stands before any pipe that makes a table");
    assertThatThrownBy(() -> run("| head 3 | compare -1d", Limits.STANDARD))
        .isInstanceOf(PipeException.class)
        .hasMessageStartingWith("compare works on all that a query finds: it stands first");
  }

  private static double number(Row row, String column) {
    return ((Cell.Numeric) row.cell(column)).value();
  }
}
