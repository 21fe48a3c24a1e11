// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.Severity;
import dev.clew.note.ErrorGroup;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One error: failing events of one service, one innermost exception and one statement. */
public final class ErrorRow {
  private final String template;
  private final List<Cell> cells;
  private final Query patterns;

  /**
   * @param cells one a pattern, most events first; all of one kind
   * @param patterns finds the events of their patterns, and no others
   */
  ErrorRow(String template, List<Cell> cells, Query patterns) {
    this.template = template;
    this.cells = List.copyOf(cells);
    this.patterns = patterns;
  }

  /** What its messages have in common. */
  public String template() {
    return template;
  }

  /** The service, empty when the events name none. */
  public String service() {
    return cells.getFirst().service();
  }

  /** The innermost exception's type; empty without one. */
  public String exception() {
    return cells.getFirst().root();
  }

  /** The gravest. */
  public Severity level() {
    return cells.stream().map(Cell::level).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Events. */
  public long count() {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** Nanoseconds since the epoch. */
  public long first() {
    return cells.stream().mapToLong(Cell::first).min().orElseThrow();
  }

  /** Nanoseconds since the epoch. */
  public long last() {
    return cells.stream().mapToLong(Cell::last).max().orElseThrow();
  }

  /** What verdicts call it: a key for each pattern, that with most events first. */
  public List<String> groups() {
    return cells.stream().map(Cell::group).toList();
  }

  /** Finds its events: query text for it may stand beside other text. */
  public Query query() {
    return Query.and(Stream.concat(Stream.of(patterns), traits()).toList());
  }

  /** {@link #query} as people would type it. */
  public String queryText() {
    List<String> parts = new ArrayList<>();
    parts.add(patterns instanceof Query.Or or ? "(" + or + ")" : patterns.toString());
    traits().forEach(trait -> parts.add(trait.toString()));
    return String.join(" ", parts);
  }

  /** Whether {@code key} is one of its keys, or the short name of one. */
  public boolean isCalled(String key) {
    return groups().stream()
        .anyMatch(group -> group.equals(key) || ErrorGroup.id(group).equals(key));
  }

  /** Finds the events of the pattern with most of them. */
  Query leading() {
    Cell lead = cells.getFirst();
    return Query.and(Stream.concat(Stream.of(lead.ofPattern()), traits()).toList());
  }

  private Stream<Query> traits() {
    return cells.getFirst().traits().stream();
  }
}
