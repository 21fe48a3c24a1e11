// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LateLevel;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import dev.clew.format.time.TimeScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of no known format: a time near its start makes it an event, and whatever can be told of
 * severity, thread, logger and pairs is read.
 */
public final class TextLine implements LineParser {
  public static final String NAME = "unknown";

  private static final int WINDOW = 160;
  private static final int FAR_WINDOW = 2000;

  private final TimeScanner times;
  private final LateLevel lateLevel;
  private final Pairs pairs;
  private final Head head;
  private final Tails tails = new Tails();
  private final TimeKind kind;
  private final String format;
  private int latestStart = Integer.MAX_VALUE;
  private final boolean needsLevel;
  private final boolean needsLogger;

  /** Which spelling of time makes a line an event. */
  public enum TimeKind {
    DATE,
    EPOCH,
    /** a time of day at the start; the date is the source's */
    CLOCK,
    /** a date far into the line, or in quotes */
    FAR
  }

  public TextLine(TimeScanner times, LevelWords levels, KeyNames names, TimeKind kind) {
    this(NAME, List.of(), times, levels, names, kind);
  }

  /**
   * @param needs fields that the head of a line must name
   */
  public TextLine(
      String format,
      List<String> needs,
      TimeScanner times,
      LevelWords levels,
      KeyNames names,
      TimeKind kind) {
    this.format = format;
    this.needsLevel = needs.contains("level");
    this.needsLogger = needs.contains("logger");
    this.times = times;
    this.lateLevel = new LateLevel(levels);
    this.pairs = new Pairs(names);
    this.head = new Head(levels, pairs);
    this.kind = kind;
  }

  @Override
  public @Nullable Draft start(String line) {
    if (line.isEmpty() || !findTime(line) || isQuoted(line, times.start())) {
      return null;
    }
    if (times.start() > latestStart) {
      return null;
    }
    Draft draft = new Draft(format);
    draft.time(times.time());
    int start = times.start();
    int end = times.end();
    if (kind == TimeKind.FAR) {
      return whole(line, draft);
    }
    if (start > 0) {
      prefix(line, start, draft);
    }
    int body = head.read(line, afterTime(line, end), line.length(), draft);
    int bodyEnd = Names.loggerAtEnd(line, body, draft);
    if ((needsLevel && !draft.hasSeverity()) || (needsLogger && draft.logger() == null)) {
      return null;
    }
    if (!draft.hasSeverity()) {
      lateLevel.read(line, Math.max(body, end), draft);
    }
    draft.body(line.substring(Math.min(body, bodyEnd), bodyEnd).stripTrailing());
    pairs.read(line, body, bodyEnd, draft);
    if (draft.body().isEmpty()) {
      draft.body(line.strip());
    }
    return draft;
  }

  /** True when its times have no date. */
  public boolean isClock() {
    return kind == TimeKind.CLOCK;
  }

  /** Where the time of {@code line} starts; -1 when it has none. */
  public int timeStart(String line) {
    return line.isEmpty() || !findTime(line) ? -1 : times.start();
  }

  /** Where the text behind the time that {@link #timeStart} found starts. */
  public int timeEnd(String line) {
    return afterTime(line, times.end());
  }

  /** The name of the format. */
  public String format() {
    return format;
  }

  /** How the times of the lines are spelled. */
  public TimeKind kind() {
    return kind;
  }

  /** From now on a line whose time starts after {@code column} is no event. */
  public void latestStart(int column) {
    latestStart = column;
  }

  private Draft whole(String line, Draft draft) {
    lateLevel.read(line, 0, draft);
    draft.body(line.strip());
    pairs.read(line, 0, line.length(), draft);
    return draft;
  }

  /** A bracket, or the number of a process, may stand before a time of day. */
  private static int clockStart(String line) {
    if (line.charAt(0) == '[') {
      return 1;
    }
    int space = line.indexOf(' ');
    return space > 0
            && space < 8
            && Names.isNumber(line, 0, space)
            && line.charAt(Math.min(2, space)) != ':'
        ? Text.skipSpaces(line, space, line.length())
        : 0;
  }

  private boolean findTime(String line) {
    return switch (kind) {
      case DATE -> times.find(line, window(line));
      case EPOCH -> times.findEpoch(line, window(line));
      case CLOCK -> times.readClock(line, clockStart(line));
      case FAR -> times.find(line, FAR_WINDOW);
    };
  }

  /** An indented line is a continuation unless its time is the first thing on it. */
  private static int window(String line) {
    if (!Text.isSpace(line.charAt(0))) {
      return WINDOW;
    }
    int text = Text.skipSpaces(line, 0, line.length());
    return text > 8 ? 0 : text + 32;
  }

  /** A time inside a sentence or a quoted value is not the line's own. */
  private boolean isQuoted(String line, int start) {
    return kind != TimeKind.FAR && start > 0 && line.charAt(start - 1) == '\'';
  }

  static int afterTime(String line, int end) {
    int at = shortFraction(line, end);
    while (at < line.length() && isClosing(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * Some loggers write milliseconds behind a colon and without leading zeros: {@code 0:7:20:44}.
   */
  private static int shortFraction(String line, int end) {
    int at = end + 1;
    while (at < line.length() && at < end + 4 && Text.isDigit(line.charAt(at))) {
      at++;
    }
    boolean fraction = at > end + 1 && at < line.length() && line.charAt(end) == ':';
    return fraction && (line.charAt(at) == '|' || line.charAt(at) == ' ') ? at : end;
  }

  private static boolean isClosing(char c) {
    return c == ']' || c == ')' || c == '"' || c == '>' || c == ',' || c == ':' || c == ';';
  }

  private void prefix(String line, int start, Draft draft) {
    int end = start;
    while (end > 0
        && (Text.isSpace(line.charAt(end - 1)) || "[(<\"|-:,".indexOf(line.charAt(end - 1)) >= 0)) {
      end--;
    }
    int open = line.lastIndexOf('[', end - 1);
    if (open >= 0 && line.indexOf(']', open) > end) {
      head.levelIn(line, open + 1, end, draft);
      end = open;
    }
    int rest = head.read(line, 0, end, draft);
    if (rest < end) {
      if (!draft.hasSeverity()) {
        lateLevel.read(line.substring(0, end), rest, draft);
      }
      draft.attribute("prefix", line.substring(rest, end));
      pairs.read(line, rest, end, draft);
    }
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
