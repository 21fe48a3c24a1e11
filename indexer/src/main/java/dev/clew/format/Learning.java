// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.column.ColumnLearner;
import dev.clew.format.column.ColumnLearner.Row;
import dev.clew.format.column.Columns;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Pairs;
import dev.clew.format.line.Head;
import dev.clew.format.line.LearnedLine;
import dev.clew.format.line.TextLine;
import dev.clew.format.line.TextLine.TimeKind;
import dev.clew.format.time.TimeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Learns the layout of lines that have a time and fit no format that is known. */
final class Learning {
  private final KeyNames names;
  private final LevelWords levels;
  private final ColumnLearner learner;

  Learning(KeyNames names, LevelWords levels) {
    this.names = names;
    this.levels = levels;
    this.learner = new ColumnLearner(levels, new Head(levels, new Pairs(names))::bracket);
  }

  /** A reader of the layout that nearly all of the lines with a time share. */
  Optional<LearnedLine> learn(TextLine text, List<String> lines, TimeScanner times) {
    if (text.kind() == TimeKind.FAR) {
      return Optional.empty();
    }
    List<Row> before = new ArrayList<>();
    List<Row> after = new ArrayList<>();
    for (String line : lines) {
      int start = text.start(line) == null ? -1 : text.timeStart(line);
      if (start >= 0) {
        before.add(new Row(line, 0, start));
        after.add(new Row(line, text.timeEnd(line), line.length()));
      }
    }
    Optional<Columns> behind = learner.beforeMessage(after);
    if (behind.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Columns front = null;
    if (before.stream().anyMatch(row -> !isOpening(row))) {
      front = learner.whole(before).orElse(null);
      if (front == null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new LearnedLine(text.format(), text.kind(), front, behind.get(), times, levels, names));
  }

  private static boolean isOpening(Row row) {
    for (int i = row.from(); i < row.to(); i++) {
      if ("[(<\"".indexOf(row.line().charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
