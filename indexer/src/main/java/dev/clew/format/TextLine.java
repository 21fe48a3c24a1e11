// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.Severity;
import dev.clew.format.time.TimeScanner;
import org.jspecify.annotations.Nullable;

/**
 * A line of no known format: a time near its start makes it an event, and whatever can be told of
 * severity, thread, logger and pairs is read.
 */
final class TextLine implements LineParser {
  static final String NAME = "unknown";

  private static final int WINDOW = 160;
  private static final int LEVEL_WINDOW = 80;

  private final TimeScanner times;
  private final LevelWords levels;
  private final Pairs pairs;
  private final Head head;
  private final Tails tails = new Tails();
  private final TimeKind kind;

  /** Which spelling of time makes a line an event. */
  enum TimeKind {
    DATE,
    EPOCH,
    CLOCK
  }

  TextLine(TimeScanner times, LevelWords levels, KeyNames names, TimeKind kind) {
    this.times = times;
    this.levels = levels;
    this.pairs = new Pairs(names);
    this.head = new Head(levels, pairs);
    this.kind = kind;
  }

  @Override
  public @Nullable Draft start(String line) {
    if (line.isEmpty() || !findTime(line) || isQuoted(line, times.start())) {
      return null;
    }
    Draft draft = new Draft(NAME);
    draft.time(times.time());
    int start = times.start();
    int end = times.end();
    if (start > 0) {
      prefix(line, start, draft);
    }
    int body = head.read(line, afterTime(line, end), line.length(), draft);
    if (!draft.hasSeverity()) {
      lateLevel(line, Math.max(body, end), draft);
    }
    draft.body(line.substring(Math.min(body, line.length())).stripTrailing());
    pairs.read(line, body, line.length(), draft);
    if (draft.body().isEmpty()) {
      draft.body(line.strip());
    }
    return draft;
  }

  private boolean findTime(String line) {
    return switch (kind) {
      case DATE -> times.find(line, window(line));
      case EPOCH -> times.findEpoch(line, window(line));
      case CLOCK -> times.readClock(line, line.charAt(0) == '[' ? 1 : 0);
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
  private static boolean isQuoted(String line, int start) {
    return start > 0 && line.charAt(start - 1) == '\'';
  }

  private static int afterTime(String line, int end) {
    int at = end;
    while (at < line.length() && isClosing(line.charAt(at))) {
      at++;
    }
    return at;
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
    int rest = head.read(line, 0, end, draft);
    if (rest < end) {
      if (!draft.hasSeverity()) {
        lateLevel(line.substring(0, end), rest, draft);
      }
      draft.attribute("prefix", line.substring(rest, end));
      pairs.read(line, rest, end, draft);
    }
  }

  /** A severity that stands a few words into the message, in brackets or in capitals. */
  private void lateLevel(String line, int from, Draft draft) {
    int limit = Math.min(line.length(), from + LEVEL_WINDOW);
    for (int at = from; at < limit; at++) {
      char before = at == 0 ? ' ' : line.charAt(at - 1);
      if (!Text.isLetter(line.charAt(at)) || Text.isWordPart(before)) {
        continue;
      }
      int end = LevelWords.end(line, at);
      Severity severity = levels.find(line, at, end);
      if (severity != null && stands(line, at, end, before)) {
        draft.severity(severity, line.substring(at, end));
        return;
      }
      at = Math.max(at, end - 1);
    }
  }

  private static boolean stands(String line, int at, int end, char before) {
    char after = end < line.length() ? line.charAt(end) : ' ';
    if ((before == '[' && after == ']')
        || (before == '<' && after == '>')
        || (before == '(' && after == ')')) {
      return true;
    }
    boolean capitals = true;
    for (int i = at; i < end; i++) {
      capitals &= line.charAt(i) < 'a';
    }
    return capitals
        && (before == ' ' || before == '\t' || before == '|' || before == '.' || before == ':')
        && (after == ' '
            || after == ':'
            || after == '|'
            || after == '\t'
            || after == ']'
            || after == ',');
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
