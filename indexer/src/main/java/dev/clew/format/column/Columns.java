// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns learned from a source; reads the lines that have them. Not thread-safe. */
public final class Columns {
  private final List<Column> columns;
  private final LevelWords levels;
  private final Brackets brackets;
  private final Cutter cutter = new Cutter();
  private final int[] starts;
  private final int[] ends;
  private final SeenValues[] seen;
  private final @Nullable Value[] values;

  /** Reads what a bracket holds: a thread, a severity, pairs. */
  @FunctionalInterface
  public interface Brackets {
    /** Gives what stands from {@code start} to {@code end}, brackets included, to the event. */
    void read(String line, int start, int end, Draft draft);
  }

  Columns(List<Column> columns, LevelWords levels, Brackets brackets) {
    this.columns = List.copyOf(columns);
    this.levels = levels;
    this.brackets = brackets;
    this.starts = new int[columns.size()];
    this.ends = new int[columns.size()];
    this.values = new Value[columns.size()];
    this.seen = new SeenValues[columns.size()];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new SeenValues();
    }
  }

  /**
   * Looks for the columns in {@code line}.
   *
   * @return where the text behind them starts; -1 when the line does not have them
   */
  public int match(String line, int from, int to) {
    int at = Cutter.first(line, from, to);
    for (int i = 0; i < starts.length; i++) {
      if (!cutter.cut(line, at, to)) {
        return -1;
      }
      starts[i] = cutter.start();
      ends[i] = cutter.end();
      if (!fits(line, i, columns.get(i))) {
        return -1;
      }
      at = cutter.next();
    }
    return at;
  }

  private boolean fits(String line, int index, Column column) {
    int start = starts[index];
    int end = ends[index];
    Value value = seen[index].find(line, start, end);
    if (value == null && (isText(line, start, end, column) || isKind(line, start, end, column))) {
      value = seen[index].add(new Value(line.substring(start, end), column, levels));
    }
    values[index] = value;
    return value != null;
  }

  private static boolean isText(String line, int start, int end, Column column) {
    String text = column.text();
    return !text.isEmpty() && end - start == text.length() && line.startsWith(text, start);
  }

  private boolean isKind(String line, int start, int end, Column column) {
    return column.allows(Kind.of(line, start, end, levels));
  }

  /** Gives {@code draft} the columns of the line that was matched last. */
  public void give(String line, Draft draft) {
    for (int i = 0; i < starts.length; i++) {
      Value value = values[i];
      if (value != null && value.isBracket()) {
        brackets.read(line, starts[i], ends[i], draft);
      } else if (value != null) {
        value.give(draft);
      }
    }
  }

  /** Reads the same columns in lines of ASCII, where they stand. */
  public AsciiColumns ofAscii() {
    return new AsciiColumns(columns, seen, levels, brackets);
  }

  /** What people call the columns, in order. */
  public List<String> titles() {
    return columns.stream().map(Column::title).toList();
  }
}
