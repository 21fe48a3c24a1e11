// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.TableRow;
import dev.clew.store.Selection;
import dev.clew.timeline.Lane;
import dev.clew.timeline.Lanes;
import dev.clew.timeline.TimelineSearch;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What happened when: a row for each lane of a selection, by their first errors. */
final class TimelineSource {
  private static final int LANES = 100;
  private static final int CELLS = 72;
  private static final List<Column> COLUMNS =
      List.of(
          Column.key("lane"),
          Column.measure("count", false),
          Column.measure("errors", false),
          Column.time("first"),
          Column.time("first error"),
          Column.time("last"),
          Column.key("bursts"),
          Column.key("silences"),
          Column.measure("late", false),
          Column.key("no data"));

  private final Plan plan;
  private final ZoneId zone;

  TimelineSource(Plan plan, ZoneId zone) {
    this.plan = plan;
    this.zone = zone;
  }

  void feed(String field, Stage stage) {
    Lanes lanes =
        new TimelineSearch(plan.store(), zone)
            .find(
                new Selection(plan.selection().query(), held()), field, LANES, CELLS, plan.until());
    stage.start(COLUMNS);
    lanes.lanes().forEach(lane -> stage.row(row(lane, lanes.axis().cells())));
    if (lanes.moreLanes() > 0) {
      plan.work().leaveOut("%,d more lanes were left out".formatted(lanes.moreLanes()));
    }
    if (!lanes.complete()) {
      plan.work().leaveOut("a part of the events could not be counted, or not in time");
    }
    stage.end();
  }

  /** An open range has no cells: it ends where the events do. */
  private TimeRange held() {
    TimeRange asked = plan.selection().range();
    TimeRange held = plan.store().status().range().orElse(new TimeRange(0, 0));
    long from = asked.from() == Long.MIN_VALUE ? held.from() : asked.from();
    long to = asked.to() == Long.MAX_VALUE ? held.to() : asked.to();
    return new TimeRange(from, Math.max(from, to));
  }

  private static TableRow row(Lane lane, int cells) {
    return new TableRow(
        COLUMNS,
        List.of(
            Cell.of(lane.name()),
            Cell.count(lane.total()),
            Cell.count(Arrays.stream(lane.errors(cells)).sum()),
            new Cell.Time(lane.first()),
            lane.firstError().<Cell>map(Cell.Time::new).orElseGet(Cell.Missing::new),
            new Cell.Time(lane.last()),
            several(
                lane.bursts(),
                burst ->
                    "%s: %,d %s"
                        .formatted(
                            text(burst.range()),
                            burst.events(),
                            burst.errors() ? "errors" : "events")),
            several(
                lane.silences(),
                silence ->
                    text(silence.range())
                        + (silence.collected() ? "" : ", or no longer collected")),
            Cell.count(lane.late()),
            several(
                lane.gaps(),
                gap ->
                    "%s: %s"
                        .formatted(
                            text(gap.range()),
                            gap.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')))));
  }

  private static <T> Cell several(List<T> found, Function<T, String> sentence) {
    return found.isEmpty()
        ? new Cell.Missing()
        : new Cell.Several(found.stream().map(sentence).toList(), 0);
  }

  private static String text(TimeRange range) {
    return EventTime.instant(range.from()) + " to " + EventTime.instant(range.to());
  }
}
