// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.Severity;
import dev.clew.note.ErrorGroup;
import dev.clew.query.Comparing.Operator;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Failing events of one service, one pattern and the same exceptions.
 *
 * @param service empty when they name none
 * @param root type of the innermost exception, where it began; empty without exceptions
 * @param types every exception of the chain
 * @param others exceptions that other failing events of the pattern have and these have not
 * @param level the gravest
 * @param first nanoseconds since the epoch
 * @param last nanoseconds since the epoch
 */
record Cell(
    String pattern,
    String template,
    String service,
    String root,
    SortedSet<String> types,
    SortedSet<String> others,
    Severity level,
    long count,
    long first,
    long last) {
  private static final Query ERROR = new Query.Compare("level", Operator.AT_LEAST, "error");

  /** What fails: errors by their own level, and what carries an exception. */
  static final Query FAILING = new Query.Or(List.of(ERROR, new Query.Exists("exception")));

  /** The key that verdicts name. */
  String group() {
    return ErrorGroup.of(service, root, pattern);
  }

  /** Only cells of equal kinds may be of one statement. */
  String kind() {
    return String.join("\0", service, root, String.join("\1", types), String.join("\1", others));
  }

  /** Finds the events of the pattern. */
  Query ofPattern() {
    return new Query.Is("pattern", pattern);
  }

  /** Finds exactly these among the events of their patterns. */
  List<Query> traits() {
    List<Query> all = new ArrayList<>();
    all.add(
        service.isEmpty()
            ? new Query.Not(new Query.Exists("service"))
            : new Query.Is("service", service));
    types.forEach(type -> all.add(new Query.Is("exception", type)));
    if (types.isEmpty()) {
      all.add(ERROR);
      if (!others.isEmpty()) {
        all.add(new Query.Not(new Query.Exists("exception")));
      }
    } else {
      others.forEach(type -> all.add(new Query.Not(new Query.Is("exception", type))));
    }
    return all;
  }

  /** These with what also has a level. */
  Cell plus(Cell more) {
    return new Cell(
        pattern,
        template,
        service,
        root,
        types,
        others,
        level.compareTo(more.level) > 0 ? level : more.level,
        count + more.count,
        Math.min(first, more.first),
        Math.max(last, more.last));
  }

  /** Those of these events that have other exceptions. */
  Cell having(
      String innermost,
      SortedSet<String> all,
      SortedSet<String> not,
      long many,
      long from,
      long to) {
    return new Cell(
        pattern,
        template,
        service,
        innermost,
        new TreeSet<>(all),
        new TreeSet<>(not),
        level,
        many,
        from,
        to);
  }
}
