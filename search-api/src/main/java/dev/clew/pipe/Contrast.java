// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.contrast.DifferenceSearch;
import dev.clew.contrast.Differences;
import dev.clew.contrast.Finding;
import dev.clew.contrast.Sentences;
import dev.clew.contrast.member.Trait;
import dev.clew.event.TimeRange;
import dev.clew.pipe.stage.Stage;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.TableRow;
import dev.clew.query.Quantity.Dimension;
import dev.clew.query.Query;
import dev.clew.query.pipe.Pipe;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one selection has more or less of than another. */
final class Contrast {
  private static final double ALL = 100;

  private final Plan plan;

  Contrast(Plan plan) {
    this.plan = plan;
  }

  /** Feeds patterns and how often they occur now and that much earlier, largest change first. */
  void compare(Pipe.Compare compare, Stage stage) {
    TimeRange now = plan.grid().range();
    long shift = compare.earlier().nanos();
    TimeRange then =
        now.from() < Long.MIN_VALUE + shift
            ? new TimeRange(now.from(), now.from())
            : new TimeRange(now.from() - shift, now.to() - shift);
    Query query = plan.selection().query();
    Map<String, Groups.Group> here = patterns(new Selection(query, now));
    Map<String, Groups.Group> there = patterns(new Selection(query, then));
    if (there.isEmpty()) {
      plan.work().note("there are no such events %s earlier".formatted(compare.earlier()));
    }
    List<Column> columns =
        List.of(
            Column.key("pattern"),
            Column.key("pattern.template"),
            Column.measure("now", false),
            Column.measure("before", false),
            Column.measure("change", false));
    Set<String> ids = new LinkedHashSet<>(here.keySet());
    ids.addAll(there.keySet());
    Comparator<String> larger =
        Comparator.<String>comparingLong(id -> Math.abs(count(here, id) - count(there, id)))
            .reversed();
    stage.start(columns);
    ids.stream()
        .sorted(larger.thenComparing(Comparator.naturalOrder()))
        .forEach(
            id -> {
              List<String> keys = (here.containsKey(id) ? here : there).get(id).keys();
              stage.row(
                  new TableRow(
                      columns,
                      List.of(
                          Cell.of(keys.get(0)),
                          Cell.of(keys.get(1)),
                          Cell.count(count(here, id)),
                          Cell.count(count(there, id)),
                          Cell.count(count(here, id) - count(there, id)))));
            });
    stage.end();
  }

  private Map<String, Groups.Group> patterns(Selection selection) {
    Groups groups = aggregate(selection, "pattern", "pattern.template");
    Map<String, Groups.Group> byId = new HashMap<>();
    groups.groups().forEach(group -> byId.put(String.join("\n", group.keys()), group));
    return byId;
  }

  private static long count(Map<String, Groups.Group> groups, String id) {
    return groups.containsKey(id) ? groups.get(id).count() : 0;
  }

  /** Feeds what sets the events apart from those of the other query, the largest effect first. */
  void explain(Pipe.Explain explain, Stage stage) {
    Selection here = plan.selection();
    Selection there = new Selection(explain.than(), here.range());
    Differences found = new DifferenceSearch(plan.store()).ofEvents(here, there, plan.until());
    Sentences sentences = new Sentences(found);
    found.notes().forEach(plan.work()::note);
    if (found.verdict() != Differences.Verdict.DIFFERENT) {
      plan.work().note(sentences.verdict());
    }
    if (!found.complete()) {
      plan.work().leaveOut("stopped when time was up: not everything was compared");
    }
    if (found.more() > 0) {
      plan.work()
          .note(
              "the %d largest of %,d differences are shown"
                  .formatted(found.groups().size(), found.groups().size() + found.more()));
    }
    List<Column> columns =
        List.of(
            Column.key("field"),
            Column.key("value"),
            Column.measure("here", false),
            Column.measure("there", false),
            Column.measure("percent here", false),
            Column.measure("percent there", false),
            Column.measure("effect", false),
            Column.measure("q", false),
            Column.measure("group", false),
            Column.measure("finding", false));
    stage.start(columns);
    List<Differences.Group> groups = found.groups();
    for (int i = 0; i < groups.size(); i++) {
      row(groups.get(i).leading(), i + 1, sentences, columns, stage);
      for (Finding same : groups.get(i).together()) {
        row(same, i + 1, sentences, columns, stage);
      }
    }
    stage.end();
  }

  private static void row(
      Finding finding, int group, Sentences sentences, List<Column> columns, Stage stage) {
    List<Cell> cells = new ArrayList<>(counts(finding));
    cells.add(new Cell.Numeric(finding.measure().effect(), Dimension.NUMBER));
    cells.add(new Cell.Numeric(finding.measure().q(), Dimension.NUMBER));
    cells.add(Cell.count(group));
    cells.add(new Cell.Text(sentences.of(finding)));
    stage.row(new TableRow(columns, cells));
  }

  /** Field, value, and how many of each set. */
  private static List<Cell> counts(Finding finding) {
    return switch (finding) {
      case Finding.Having having ->
          List.of(
              new Cell.Text(field(having.trait())),
              Cell.of(having.trait().value()),
              Cell.count(having.shares().here()),
              Cell.count(having.shares().there()),
              new Cell.Numeric(ALL * having.shares().shareHere(), Dimension.PERCENT),
              new Cell.Numeric(ALL * having.shares().shareThere(), Dimension.PERCENT));
      case Finding.Shift shift ->
          List.of(
              new Cell.Text(shift.name()),
              new Cell.Missing(),
              Cell.count(shift.here().count()),
              Cell.count(shift.there().count()),
              new Cell.Missing(),
              new Cell.Missing());
      case Finding.Silence silence ->
          List.of(
              new Cell.Text(silence.field()),
              Cell.of(silence.host()),
              new Cell.Missing(),
              new Cell.Missing(),
              new Cell.Missing(),
              new Cell.Missing());
    };
  }

  private static String field(Trait trait) {
    return trait instanceof Trait.OfPattern ? "pattern.template" : trait.field();
  }

  private Groups aggregate(Selection selection, String... fields) {
    List<dev.clew.store.Grouping> groupings = new ArrayList<>();
    for (String field : fields) {
      groupings.add(new ByField(field));
    }
    Groups groups = plan.store().aggregate(selection, groupings, LogStore.MAX_LIMIT);
    if (!groups.complete()) {
      plan.work()
          .leaveOut(
              "of %s only the %,d most frequent values were compared"
                  .formatted(fields[0], LogStore.MAX_LIMIT));
    }
    return groups;
  }
}
