// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.column.Columns.Brackets;
import dev.clew.format.field.AsciiText;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns in lines of ASCII where they stand. A value that the column had before is found by
 * its bytes and costs no new string; an id, which never comes twice, is told by its characters.
 * Finds what {@link Columns} finds or nothing. Not thread-safe.
 */
public final class AsciiColumns {
  private static final int MIN_ID = 16;

  private final Column[] columns;
  private final SeenValues[] seen;
  private final LevelWords levels;
  private final Brackets brackets;
  private final @Nullable Value[] values;

  /** The value of the column for ids; null when it is none or was seen before. */
  private @Nullable String trace;

  AsciiColumns(List<Column> columns, SeenValues[] seen, LevelWords levels, Brackets brackets) {
    this.columns = columns.toArray(Column[]::new);
    this.seen = seen;
    this.levels = levels;
    this.brackets = brackets;
    this.values = new Value[columns.size()];
  }

  /**
   * Looks for the columns between {@code from} and {@code to}.
   *
   * @return where the text behind them starts; -1 when the line is to be read in another way
   */
  public int match(byte[] line, int from, int to) {
    trace = null;
    int at = next(line, from, to);
    for (int i = 0; i < columns.length; i++) {
      if (at >= to) {
        return -1;
      }
      byte first = line[at];
      int end =
          first == '[' || first == '(' || first == '<' || first == '{'
              ? bracket(line, at, to)
              : AsciiText.wordEnd(line, at, to);
      if (end < 0 || !fits(line, i, at, end)) {
        return -1;
      }
      at = next(line, end, to);
    }
    return at;
  }

  private boolean fits(byte[] line, int index, int start, int end) {
    Value value = seen[index].find(line, start, end);
    if (value == null) {
      Column column = columns[index];
      if (column.role() == Column.Role.TRACE
          && trace == null
          && column.allows(Kind.ID)
          && isId(line, start, end)) {
        trace = new String(line, start, end - start, StandardCharsets.ISO_8859_1);
        values[index] = null;
        return true;
      }
      value = unseen(new String(line, start, end - start, StandardCharsets.ISO_8859_1), index);
    }
    values[index] = value;
    return value != null;
  }

  private @Nullable Value unseen(String text, int index) {
    Column column = columns[index];
    boolean fits =
        (!column.text().isEmpty() && text.equals(column.text()))
            || column.allows(Kind.of(text, 0, text.length(), levels));
    return fits ? seen[index].add(new Value(text, column, levels)) : null;
  }

  /** True for what {@link Kind#ID} is, but for some that are left to it. */
  private static boolean isId(byte[] line, int start, int end) {
    int digits = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      int c = line[i];
      int letter = (c | 0x20) - 'a';
      boolean digit = c - '0' >= 0 && c - '0' <= 9;
      if (!digit && (letter < 0 || letter > 5) && c != '-') {
        return false;
      }
      digits += digit ? 1 : 0;
      letters += !digit && c != '-' ? 1 : 0;
    }
    return digits > 0 && letters > 0 && digits + letters >= MIN_ID && line[start] != '-';
  }

  /** Where the bracket at {@code from} ends; -1 when that is not told by its own characters. */
  private static int bracket(byte[] line, int from, int to) {
    byte open = line[from];
    if (open == '(') {
      // whether it names a place in code is told by what follows as well
      return -1;
    }
    int close = Cutter.closing((char) open);
    int limit = Math.min(to, from + Cutter.MAX_BRACKET);
    int depth = 0;
    for (int i = from; i < limit; i++) {
      depth += line[i] == open ? 1 : line[i] == close ? -1 : 0;
      if (depth == 0) {
        return i + 1 < to && line[i + 1] == ':' ? i + 2 : i + 1;
      }
    }
    return -1;
  }

  /** Where the column behind {@code end} starts: blanks and one bar are passed over. */
  private static int next(byte[] line, int end, int to) {
    int at = AsciiText.skipSpaces(line, end, to);
    return at < to && line[at] == '|' ? AsciiText.skipSpaces(line, at + 1, to) : at;
  }

  /** Gives {@code draft} the columns of the line that was matched last. */
  public void give(Draft draft) {
    for (Value value : values) {
      if (value == null) {
        draft.traceId(String.valueOf(trace));
      } else if (value.isBracket()) {
        brackets.read(value.text(), 0, value.text().length(), draft);
      } else {
        value.give(draft);
      }
    }
  }
}
