// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.event.Severity;
import dev.clew.pattern.PatternMerger;
import dev.clew.pattern.PatternMerger.Merged;
import dev.clew.pattern.PatternMerger.Seen;
import dev.clew.query.Glob;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of now and before, those of one statement put together. A query stands for exactly
 * the events of its patterns; where no short one does, they stay apart.
 */
final class PatternStatements {
  /** Most patterns that a query names one by one. */
  private static final int MOST_NAMED = 50;

  private final PatternTally now;
  private final PatternTally before;

  /** By their events now; then what is gone, by its events before. */
  private final List<PatternTally.Row> rows = new ArrayList<>();

  PatternStatements(PatternTally now, PatternTally before) {
    this.now = now;
    this.before = before;
    rows.addAll(ranked(now.rows().values().stream()));
    rows.addAll(
        ranked(before.rows().values().stream().filter(row -> !now.rows().containsKey(row.id()))));
  }

  /**
   * One or several patterns.
   *
   * @param patterns their rows, most events first; all of now, or, when there are none, all of
   *     before
   * @param members how many patterns there are now and before
   * @param query which finds exactly their events among those that were counted
   * @param now events now
   * @param before events before
   */
  record Statement(
      String template,
      List<PatternTally.Row> patterns,
      int members,
      Query query,
      long now,
      long before) {

    /** Query text for {@link #query}, to stand among others. */
    String queryText() {
      return switch (query) {
        case Query.Is is -> "pattern:" + is.value();
        case Query.Or or -> "(" + or + ")";
        default -> query.toString();
      };
    }

    /** The pattern with most events. */
    String id() {
      return patterns.getFirst().id();
    }

    SortedSet<String> services() {
      SortedSet<String> services = new TreeSet<>();
      patterns.forEach(row -> services.addAll(row.services()));
      return services;
    }

    /** The gravest. */
    Severity severity() {
      return patterns.stream()
          .map(PatternTally.Row::severity)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    long first() {
      return patterns.stream().mapToLong(PatternTally.Row::first).min().orElseThrow();
    }

    long last() {
      return patterns.stream().mapToLong(PatternTally.Row::last).max().orElseThrow();
    }
  }

  /** Most events now first; then what is gone, most events before first. */
  List<Statement> all() {
    List<Seen> seen =
        rows.stream().map(row -> new Seen(row.template(), kind(row), events(row))).toList();
    List<Statement> all = new ArrayList<>();
    for (Merged merged : PatternMerger.merge(seen)) {
      List<PatternTally.Row> members = merged.members().stream().map(rows::get).toList();
      Query query = query(merged, members);
      if (query == null) {
        members.forEach(row -> all.add(statement(row.template(), List.of(row), is(row))));
      } else {
        all.add(statement(merged.template(), members, query));
      }
    }
    all.sort(
        Comparator.comparingLong(Statement::now)
            .thenComparingLong(Statement::before)
            .reversed()
            .thenComparing(Statement::id));
    return all;
  }

  private Statement statement(String template, List<PatternTally.Row> members, Query query) {
    List<PatternTally.Row> current =
        members.stream().filter(row -> now.rows().containsKey(row.id())).toList();
    return new Statement(
        template,
        current.isEmpty() ? members : current,
        members.size(),
        query,
        members.stream().mapToLong(row -> now.count(row.id())).sum(),
        members.stream().mapToLong(row -> before.count(row.id())).sum());
  }

  /** A query for just these patterns; null when none is short. */
  private @Nullable Query query(Merged merged, List<PatternTally.Row> members) {
    if (members.size() == 1) {
      return is(members.getFirst());
    }
    Query.Like like = new Query.Like("pattern.template", merged.wildcard());
    String start = Glob.literalStart(merged.wildcard());
    long fitting =
        rows.stream()
            .map(PatternTally.Row::template)
            .filter(text -> text.regionMatches(true, 0, start, 0, start.length()))
            .filter(like::fits)
            .count();
    if (fitting == members.size()) {
      return like;
    }
    return members.size() <= MOST_NAMED
        ? Query.or(members.stream().map(PatternStatements::is).toList())
        : null;
  }

  private static Query is(PatternTally.Row row) {
    return new Query.Is("pattern", row.id());
  }

  /** One statement prints for one service, at one level. */
  private static String kind(PatternTally.Row row) {
    return row.severity() + " " + String.join(" ", row.services());
  }

  private long events(PatternTally.Row row) {
    return now.count(row.id()) + before.count(row.id());
  }

  private static List<PatternTally.Row> ranked(Stream<PatternTally.Row> rows) {
    return rows.sorted(
            Comparator.comparingLong(PatternTally.Row::count)
                .reversed()
                .thenComparing(PatternTally.Row::id))
        .toList();
  }
}
