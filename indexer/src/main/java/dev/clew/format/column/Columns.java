// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Text;
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
  private final @Nullable String[] values;

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
    this.values = new String[columns.size()];
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
    String text = column.text();
    if (!text.isEmpty() && end - start == text.length() && line.startsWith(text, start)) {
      values[index] = text;
      return true;
    }
    String value = seen[index].find(line, start, end);
    if (value == null && column.allows(Kind.of(line, start, end, levels))) {
      value = seen[index].add(line, start, end);
    }
    values[index] = value;
    return value != null;
  }

  /** Gives {@code draft} the columns of the line that was matched last. */
  public void give(String line, Draft draft) {
    for (int i = 0; i < starts.length; i++) {
      give(columns.get(i), line, i, draft);
    }
  }

  private void give(Column column, String line, int index, Draft draft) {
    String value = values[index];
    boolean none = value == null || value.isEmpty() || value.equals("-");
    if (none || column.role() == Column.Role.NONE) {
      return;
    }
    char last = value.charAt(value.length() - 1);
    boolean marked = value.length() > 1 && (last == ':' || last == ',');
    String plain = marked ? value.substring(0, value.length() - 1) : value;
    switch (column.role()) {
      case LEVEL -> level(plain, draft);
      case BRACKET -> brackets.read(line, starts[index], ends[index], draft);
      case LOGGER -> logger(plain, draft);
      case HOST -> draft.host(plain);
      case SERVICE -> draft.service(plain);
      case TRACE -> draft.traceId(plain);
      default -> draft.attribute(column.name(), plain);
    }
  }

  private void level(String word, Draft draft) {
    Severity severity = levels.find(word, 0, word.length());
    if (severity == null && word.length() == 1) {
      severity = LevelWords.read(word);
    }
    if (severity != null && severity != Severity.UNSPECIFIED) {
      draft.severity(severity, word);
    }
  }

  /** The line of a statement may follow its logger: {@code Pay#42}, {@code Pay:42}. */
  private static void logger(String name, Draft draft) {
    int mark = Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'));
    int open = name.indexOf('[');
    boolean numbered = mark > 0 && mark + 1 < name.length();
    for (int i = mark + 1; numbered && i < name.length(); i++) {
      numbered = Text.isDigit(name.charAt(i));
    }
    if (numbered && name.lastIndexOf('.', mark) < mark - 5) {
      draft.attribute("line", name.substring(mark + 1));
      draft.logger(name.substring(0, mark));
    } else if (open > 0 && name.endsWith("]")) {
      draft.attribute("pid", name.substring(open + 1, name.length() - 1));
      draft.logger(name.substring(0, open));
    } else {
      draft.logger(name);
    }
  }

  /** What people call the columns, in order. */
  public List<String> titles() {
    return columns.stream().map(Column::title).toList();
  }
}
