// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.EventSet;
import dev.clew.explain.window.IncidentWindow;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import dev.clew.store.Selection;
import dev.clew.suspect.Investigation;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The changes that may have caused what a selection shows: a row for each suspect, best first, then
 * one for each change that was cleared.
 */
final class SuspectSource {
  private static final List<Column> COLUMNS =
      List.of(
          Column.measure("score", false),
          Column.key("strength"),
          Column.key("kind"),
          Column.key("title"),
          Column.key("service"),
          Column.key("author"),
          Column.time("when"),
          Column.key("for"),
          Column.key("against"),
          Column.key("id"),
          Column.key("page"));

  private final Plan plan;
  private final Material material;

  SuspectSource(Plan plan, Material material) {
    this.plan = plan;
    this.material = material;
  }

  /** Feeds what {@link Investigation} finds in the selection, compared with the time before. */
  void feed(Stage stage) {
    IncidentWindow window = IncidentWindow.of(plan.selection().range(), plan.store());
    SuspectReport report =
        Investigation.investigate(
                set(window.now()),
                set(window.before()),
                material.repositories(),
                material.changes()::all,
                Optional.empty())
            .suspects();
    stage.start(COLUMNS);
    if (plan.until().passed()) {
      // a cause found in a part of the events may be the wrong one
      plan.work().leaveOut("stopped when time was up: no cause is named from a part of the events");
    } else {
      report.unknowns().forEach(plan.work()::note);
      report.suspects().forEach(suspect -> stage.row(row(suspect)));
      report.cleared().forEach(cleared -> stage.row(row(cleared)));
    }
    stage.end();
  }

  private EventSet set(TimeRange range) {
    return new EventSet(plan.store(), new Selection(plan.selection().query(), range));
  }

  private static TableRow row(Suspect suspect) {
    return new TableRow(
        COLUMNS,
        List.of(
            new Cell.Numeric(Math.round(suspect.score() * 1000) / 1000.0, Dimension.NUMBER),
            Cell.of(word(suspect.strength())),
            Cell.of(word(suspect.kind())),
            Cell.of(suspect.title()),
            text(suspect.service()),
            text(suspect.author()),
            suspect.time() == null
                ? new Cell.Missing()
                : new Cell.Time(EventTime.nanos(suspect.time())),
            sentences(suspect, evidence -> evidence.weight() >= 0),
            sentences(suspect, evidence -> evidence.weight() < 0),
            Cell.of(suspect.id()),
            text(suspect.page())));
  }

  private static TableRow row(Cleared cleared) {
    Cell none = new Cell.Missing();
    return new TableRow(
        COLUMNS,
        List.of(
            none,
            Cell.of("cleared"),
            Cell.of(word(cleared.kind())),
            Cell.of(cleared.title()),
            none,
            none,
            none,
            none,
            Cell.of(cleared.reason()),
            Cell.of(cleared.id()),
            none));
  }

  private static Cell sentences(Suspect suspect, Predicate<Evidence> wanted) {
    List<String> sentences =
        suspect.evidence().stream()
            .filter(wanted)
            .map(
                evidence ->
                    String.format(Locale.ROOT, "%+.2f %s", evidence.weight(), evidence.text()))
            .toList();
    return sentences.isEmpty() ? new Cell.Missing() : new Cell.Several(sentences, 0);
  }

  private static Cell text(@Nullable String text) {
    return Cell.of(text == null ? "" : text);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
