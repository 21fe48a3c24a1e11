// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.pattern.PatternMerger;
import dev.clew.pattern.PatternMerger.Merged;
import dev.clew.pattern.PatternMerger.Seen;
import dev.clew.query.Glob;
import dev.clew.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts patterns of one statement together. A query stands for exactly the events of its patterns;
 * where no short one does, they stay apart.
 */
final class Statements {
  /** Most patterns that a query names one by one. */
  private static final int MOST_NAMED = 50;

  private final List<Cell> cells;

  private Statements(List<Cell> cells) {
    this.cells = cells;
  }

  /** The errors of {@code cells}, most events first. */
  static List<ErrorRow> of(List<Cell> cells) {
    return new Statements(cells).rows();
  }

  private List<ErrorRow> rows() {
    List<Seen> seen =
        cells.stream().map(cell -> new Seen(cell.template(), cell.kind(), cell.count())).toList();
    List<ErrorRow> rows = new ArrayList<>();
    for (Merged merged : PatternMerger.merge(seen)) {
      List<Cell> members = merged.members().stream().map(cells::get).toList();
      Query query = query(merged, members);
      if (query == null) {
        members.forEach(
            each -> rows.add(new ErrorRow(each.template(), List.of(each), each.ofPattern())));
      } else {
        rows.add(new ErrorRow(merged.template(), members, query));
      }
    }
    rows.sort(
        Comparator.comparingLong(ErrorRow::count)
            .reversed()
            .thenComparing(row -> row.groups().getFirst()));
    return rows;
  }

  private @Nullable Query query(Merged merged, List<Cell> members) {
    if (members.size() <= MOST_NAMED) {
      return Query.or(members.stream().map(Cell::ofPattern).toList());
    }
    Query.Like like = new Query.Like("pattern.template", merged.wildcard());
    String start = Glob.literalStart(merged.wildcard());
    String kind = members.getFirst().kind();
    long fitting =
        cells.stream()
            .filter(cell -> cell.kind().equals(kind))
            .map(Cell::template)
            .filter(text -> text.regionMatches(true, 0, start, 0, start.length()))
            .filter(like::fits)
            .count();
    return fitting == members.size() ? like : null;
  }
}
