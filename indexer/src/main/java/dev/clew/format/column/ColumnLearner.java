// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.column.Columns.Brackets;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Learns from lines where their message starts. Words of a message vary from line to line; what a
 * logger prints in front of it does not: a severity, a separator, a bracket, a name with a colon or
 * padding stands at the same column in nearly all lines, and what follows the last of them differs
 * from line to line. Where what follows is always the same sentence nothing is learned, because a
 * sentence that repeats looks like columns too.
 */
public final class ColumnLearner {
  /** Fewer lines than this show no columns. */
  public static final int MIN_LINES = 10;

  private static final int MAX_COLUMNS = 16;
  private static final double STEADY = 0.95;
  private static final double SEVERITIES = 0.9;
  private static final double SURE = 0.98;

  private final LevelWords levels;
  private final Brackets brackets;

  public ColumnLearner(LevelWords levels, Brackets brackets) {
    this.levels = levels;
    this.brackets = brackets;
  }

  /** The part of a line from {@code from} to {@code to}. */
  public record Row(String line, int from, int to) {}

  /** The columns in front of the messages of {@code rows}; empty when there are none for sure. */
  public Optional<Columns> beforeMessage(List<Row> rows) {
    if (rows.size() < MIN_LINES) {
      return Optional.empty();
    }
    List<ColumnSample> samples = sample(rows);
    List<Integer> ends = anchors(samples, rows.size());
    ends.addFirst(0);
    for (int i = ends.size() - 1; i >= 0; i--) {
      int end = extend(samples, rows, ends.get(i));
      if (end > 0 && varies(rows, end)) {
        return Optional.of(columns(samples, end));
      }
    }
    return Optional.empty();
  }

  /** The columns that {@code rows} are made of and nothing else; empty when they are not. */
  public Optional<Columns> whole(List<Row> rows) {
    if (rows.size() < MIN_LINES) {
      return Optional.empty();
    }
    List<ColumnSample> samples = sample(rows);
    int end = 0;
    while (end < samples.size() && samples.get(end).lines() >= rows.size() * STEADY) {
      end++;
    }
    boolean more = end < samples.size() && samples.get(end).lines() > rows.size() * (1 - STEADY);
    return end == 0 || more || end == MAX_COLUMNS
        ? Optional.empty()
        : Optional.of(columns(samples, end));
  }

  private Columns columns(List<ColumnSample> samples, int end) {
    return new Columns(ColumnNames.of(samples.subList(0, end)), levels, brackets);
  }

  private List<ColumnSample> sample(List<Row> rows) {
    List<ColumnSample> samples = new ArrayList<>();
    Cutter cutter = new Cutter();
    for (Row row : rows) {
      int at = Cutter.first(row.line(), row.from(), row.to());
      for (int i = 0; i < MAX_COLUMNS && cutter.cut(row.line(), at, row.to()); i++) {
        if (i == samples.size()) {
          samples.add(new ColumnSample());
        }
        add(samples.get(i), row, cutter);
        at = cutter.next();
      }
    }
    return samples;
  }

  private void add(ColumnSample sample, Row row, Cutter cutter) {
    String line = row.line();
    int start = cutter.start();
    int end = cutter.end();
    Kind kind = Kind.of(line, start, end, levels);
    String behind = line.substring(end, cutter.next());
    boolean last = cutter.next() >= row.to();
    boolean bar = behind.indexOf('|') >= 0 || behind.indexOf('\t') >= 0;
    sample.add(kind, line.substring(start, end), behind.length(), bar);
    sample.width(last ? 0 : cutter.next() - start, last ? 0 : wordEnd(line, cutter.next()) - start);
    if (kind == Kind.BRACKET && isContext(line, start, end)) {
      sample.contextual();
    }
  }

  private static int wordEnd(String line, int from) {
    int end = Text.indexOfSpace(line, from, line.length());
    return end < 0 ? line.length() : end;
  }

  /** Ids, pairs, a thread or one word: not a remark of several words in brackets. */
  private static boolean isContext(String line, int start, int end) {
    int from = Text.skipSpaces(line, start + 1, end);
    int to = line.charAt(end - 1) == ':' ? end - 2 : end - 1;
    boolean spaced = Text.indexOfSpace(line, from, Math.max(from, to)) >= 0;
    return !spaced
        || Names.isContext(line, from, to)
        || Names.isThread(line, from, to, true)
        || line.substring(from, to).isBlank()
        || line.charAt(to - 1) == ' ';
  }

  /** The columns after each of which, surely, the head may end; in ascending order. */
  private List<Integer> anchors(List<ColumnSample> samples, int lines) {
    List<Integer> ends = new ArrayList<>();
    boolean named = false;
    boolean level = false;
    for (int i = 0; i < samples.size(); i++) {
      ColumnSample each = samples.get(i);
      if (each.lines() < lines * STEADY) {
        break;
      }
      boolean isLevel = !level && isLevel(each, lines);
      boolean bracket =
          each.count(Kind.BRACKET) >= lines * STEADY && each.contexts() >= lines * STEADY;
      boolean dotted = level && each.count(Kind.DOTTED) >= lines * STEADY;
      boolean tag = !named && (dotted || each.count(Kind.TAG) >= lines * STEADY);
      boolean mark =
          each.count(Kind.MARK) >= lines * STEADY && each.commonCount() >= lines * STEADY;
      if (isLevel || bracket || tag || mark || isPadded(each, lines)) {
        ends.add(i + 1);
      }
      level |= isLevel;
      named |= tag;
    }
    return ends;
  }

  static boolean isLevel(ColumnSample sample, int lines) {
    boolean letters = sample.count(Kind.LETTER) >= lines * SURE && sample.distinct() > 1;
    return letters || sample.count(Kind.LEVEL) >= lines * SEVERITIES;
  }

  /** Names are padded so that what follows them starts at one place; sentences are not. */
  private static boolean isPadded(ColumnSample sample, int lines) {
    boolean name = sample.count(Kind.OTHER) + sample.count(Kind.BRACKET) <= lines * (1 - STEADY);
    boolean padded = sample.wide() >= lines * SEVERITIES && sample.aligned() >= lines * SEVERITIES;
    return name && (padded || sample.barred() >= lines * STEADY);
  }

  /** Numbers, ids and names of machines at the end of the head need no mark behind them. */
  private static int extend(List<ColumnSample> samples, List<Row> rows, int from) {
    int end = from;
    while (end < samples.size() && isValue(samples.get(end), rows.size())) {
      end++;
    }
    return end;
  }

  private static boolean isValue(ColumnSample sample, int lines) {
    int none = sample.count(Kind.MARK);
    boolean number = sample.count(Kind.NUMBER) >= lines * SURE;
    boolean id = sample.count(Kind.ID) > none && sample.count(Kind.ID) + none >= lines * SURE;
    boolean node = sample.count(Kind.NODE) >= lines * SURE && sample.distinct() > 1;
    return sample.lines() >= lines * SURE && (number || id || node);
  }

  /** Whether the first words behind {@code columns} columns differ from line to line. */
  private static boolean varies(List<Row> rows, int columns) {
    Set<String> starts = new HashSet<>();
    Cutter cutter = new Cutter();
    for (Row row : rows) {
      int at = Cutter.first(row.line(), row.from(), row.to());
      for (int i = 0; i < columns && cutter.cut(row.line(), at, row.to()); i++) {
        at = cutter.next();
      }
      starts.add(words(row, at));
    }
    return starts.size() >= Math.max(3, Math.min(10, rows.size() / 20));
  }

  private static String words(Row row, int from) {
    StringBuilder words = new StringBuilder();
    int blanks = 0;
    for (int i = from; i < row.to() && blanks < 2; i++) {
      char c = row.line().charAt(i);
      blanks += Text.isSpace(c) ? 1 : 0;
      words.append(Text.isDigit(c) ? '0' : c);
    }
    return words.toString();
  }
}
