// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.column.Columns;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Tails;
import dev.clew.format.line.TextLine.TimeKind;
import dev.clew.format.time.TimeScanner;
import dev.clew.source.AsciiLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a layout that was learned from its source: columns, a time, columns, the message. Reads
 * only lines that have exactly these.
 */
public final class LearnedLine implements LineParser {
  private final String format;
  private final TimeKind kind;
  private final @Nullable Columns before;
  private final Columns after;
  private final TimeScanner times;
  private final Head head;
  private final Pairs pairs;
  private final @Nullable CompiledLine compiled;
  private final Tails tails = new Tails();

  /**
   * @param before the columns in front of the time; null when it comes first
   * @param after the columns between the time and the message
   */
  public LearnedLine(
      String format,
      TimeKind kind,
      @Nullable Columns before,
      Columns after,
      TimeScanner times,
      LevelWords levels,
      KeyNames names) {
    this.format = format;
    this.kind = kind;
    this.before = before;
    this.after = after;
    this.times = times;
    this.pairs = new Pairs(names);
    this.head = new Head(levels, pairs);
    boolean dated = before == null && kind == TimeKind.DATE;
    this.compiled = dated ? new CompiledLine(format, times, after.ofAscii(), names, pairs) : null;
  }

  /** What was learned to stand in front of the message, the time included, in order. */
  public List<String> columns() {
    List<String> titles = new ArrayList<>();
    if (before != null) {
      titles.addAll(before.titles());
    }
    titles.add("time");
    titles.addAll(after.titles());
    return titles;
  }

  @Override
  public @Nullable Draft start(String line) {
    int at = before == null ? 0 : before.match(line, 0, line.length());
    while (at >= 0 && at < line.length() && "[(<\"".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    if (at < 0 || at >= line.length() || !time(line, at)) {
      return null;
    }
    int message = after.match(line, TextLine.afterTime(line, times.end()), line.length());
    if (message < 0) {
      return null;
    }
    Draft draft = new Draft(format);
    draft.time(times.time());
    if (before != null) {
      before.give(line, draft);
    }
    after.give(line, draft);
    body(line, head.traces(line, message, draft), draft);
    return draft;
  }

  /**
   * What {@code line} says when it is read as it stands; null when it is to be read by {@link
   * #start(String)}.
   */
  public @Nullable Draft start(AsciiLine line) {
    return compiled == null ? null : compiled.start(line);
  }

  private void body(String line, int from, Draft draft) {
    int end = Names.loggerAtEnd(line, from, draft);
    draft.body(from >= end ? line.strip() : line.substring(from, end).strip());
    pairs.read(line, from, end, draft);
  }

  private boolean time(String line, int at) {
    return switch (kind) {
      case DATE -> times.read(line, at);
      case EPOCH -> times.readEpoch(line, at);
      case CLOCK -> times.readClock(line, at);
      case FAR -> false;
    };
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
