// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands around the time in front of a message: severity, thread, logger, process,
 * context in brackets, in whatever order and with whatever separators. Stops at the first word that
 * is none of these: there the message starts.
 */
public final class Head {
  private static final int MAX_TOKENS = 16;
  private static final int MAX_BRACKET = 400;

  private final LevelWords levels;
  private final Pairs pairs;
  private boolean stopped;

  public Head(LevelWords levels, Pairs pairs) {
    this.levels = levels;
    this.pairs = pairs;
  }

  /**
   * Reads the head that starts at {@code from}.
   *
   * @return where the message starts, at most {@code end}
   */
  public int read(String line, int from, int end, Draft draft) {
    stopped = false;
    int at = skipSeparators(line, from, end);
    for (int i = 0; i < MAX_TOKENS && at < end && !stopped; i++) {
      int next = token(line, at, end, draft);
      if (next < 0) {
        return at;
      }
      at = skipSeparators(line, next, end);
    }
    return stopped ? context(line, at, end, draft) : at;
  }

  /** Context in brackets may open the message; pairs in it are read and left out of the message. */
  private int context(String line, int at, int end, Draft draft) {
    int close = at < end && line.charAt(at) == '[' ? close(line, at, end) : -1;
    boolean read = close > 0 && pairs.readAll(line, at + 1, close, draft);
    return read ? Text.skipSpaces(line, close + 1, end) : at;
  }

  private int token(String line, int at, int end, Draft draft) {
    char c = line.charAt(at);
    if (c == '[' || c == '(' || c == '<' || c == '{') {
      int close = close(line, at, end);
      return close > 0 && bracket(line, c, at + 1, close, draft) ? close + 1 : -1;
    }
    int next = level(line, at, end, draft);
    if (next < 0) {
      next = process(line, at, end, draft);
    }
    return next < 0 ? logger(line, at, end, draft) : next;
  }

  private int level(String line, int at, int end, Draft draft) {
    int wordEnd = Math.min(end, LevelWords.end(line, at));
    Severity severity = draft.hasSeverity() ? null : levels.find(line, at, wordEnd);
    if (severity == null) {
      return draft.hasSeverity() ? -1 : letter(line, at, wordEnd, end, draft);
    }
    char after = wordEnd < end ? line.charAt(wordEnd) : ' ';
    boolean apart = after == ':' || after == '|' || after == '\t' || after == ']' || after == ',';
    boolean wide = after == ' ' && wordEnd + 1 < end && line.charAt(wordEnd + 1) == ' ';
    boolean capital = line.charAt(at) >= 'A' && line.charAt(at) <= 'Z';
    if (!(apart || wide || (capital && (after == ' ' || after == '-' || after == '[')))) {
      return -1;
    }
    draft.severity(severity, line.substring(at, wordEnd));
    return wordEnd;
  }

  /**
   * A severity of one letter stands before a name in capitals or brackets: {@code I NETWORK […]}.
   */
  private static int letter(String line, int at, int wordEnd, int end, Draft draft) {
    int next = Text.skipSpaces(line, wordEnd, end);
    if (wordEnd - at != 1 || next == wordEnd || next + 2 >= end) {
      return -1;
    }
    boolean name =
        line.charAt(next) == '['
            || (Character.isUpperCase(line.charAt(next))
                && Character.isUpperCase(line.charAt(next + 1)));
    Severity severity = LevelWords.read(line.substring(at, wordEnd));
    if (!name || severity == Severity.UNSPECIFIED || "IWEFDVT".indexOf(line.charAt(at)) < 0) {
      return -1;
    }
    draft.severity(severity, line.substring(at, wordEnd));
    return wordEnd;
  }

  /** A number is a process or thread when something else of a head follows it. */
  private int process(String line, int at, int end, Draft draft) {
    int digits = at;
    while (digits < end && digits - at < 11 && Text.isDigit(line.charAt(digits))) {
      digits++;
    }
    if (digits == at || digits == end || !Text.isSpace(line.charAt(digits))) {
      return -1;
    }
    int next = Text.skipSpaces(line, digits, end);
    if (next == end) {
      return -1;
    }
    char c = line.charAt(next);
    boolean more =
        c == '['
            || line.startsWith("--- ", next)
            || line.startsWith("- ", next)
            || levels.find(line, next, LevelWords.end(line, next)) != null
            || (Text.isDigit(c)
                && draft.attribute("pid") == null
                && process(line, next, end, draft) > 0);
    if (!more) {
      return -1;
    }
    draft.attribute("pid", line.substring(at, digits));
    return digits;
  }

  private int logger(String line, int at, int end, Draft draft) {
    int nameEnd = Names.end(line, at, end);
    int traced = trace(line, at, nameEnd, end, draft);
    if (traced > 0 || draft.logger() != null) {
      return traced;
    }
    if (nameEnd - at < 2 || nameEnd - at > 200) {
      return -1;
    }
    if (nameEnd < end && " \t[|,]".indexOf(line.charAt(nameEnd)) < 0) {
      return numbered(line, at, nameEnd, end, draft);
    }
    boolean colon = line.charAt(nameEnd - 1) == ':';
    int wordEnd = colon ? nameEnd - 1 : nameEnd;
    int levelAt = line.lastIndexOf('.', wordEnd - 1) + 1;
    Severity severity = levelAt > at ? levels.find(line, levelAt, wordEnd) : null;
    if (severity != null && !draft.hasSeverity() && colon) {
      draft.severity(severity, line.substring(levelAt, wordEnd));
      draft.logger(line.substring(at, levelAt - 1));
      return nameEnd;
    }
    boolean dotted = Names.isDotted(line, at, wordEnd);
    boolean dash = line.startsWith(" - ", nameEnd) || line.startsWith(" : ", nameEnd);
    int next = Text.skipSpaces(line, nameEnd, end);
    boolean spaced = dash || line.startsWith(": ", next) || line.startsWith("- ", next);
    boolean context = next < end && line.charAt(next) == '[';
    boolean known =
        dotted
            ? colon || spaced || context || line.startsWith("\t", nameEnd) || draft.hasSeverity()
            : (draft.hasSeverity()
                    && Names.isClass(line, at, wordEnd)
                    && (colon || Names.isPlace(line, next, end)))
                || (dash && levelFollows(line, next + 2, end));
    if (!known || (!colon && nameEnd == end)) {
      return -1;
    }
    name(line, at, wordEnd, draft);
    stopped = colon || (spaced && draft.hasSeverity());
    return nameEnd;
  }

  /** The logger, and the line of its statement where that follows a {@code #}. */
  private static void name(String line, int at, int wordEnd, Draft draft) {
    int mark = line.lastIndexOf('#', wordEnd - 1);
    boolean numbered = mark > at && mark + 1 < wordEnd && Names.isNumber(line, mark + 1, wordEnd);
    draft.logger(line.substring(at, numbered ? mark : wordEnd));
    if (numbered) {
      draft.attribute("line", line.substring(mark + 1, wordEnd));
    }
  }

  /** {@code name(42): } names the logger and the line of its statement. */
  private int numbered(String line, int at, int nameEnd, int end, Draft draft) {
    int close = line.charAt(nameEnd) == '(' ? line.indexOf("): ", nameEnd) : -1;
    if (close < 0 || close >= end || !Names.isNumber(line, nameEnd + 1, close)) {
      return -1;
    }
    draft.logger(line.substring(at, nameEnd));
    draft.attribute("line", line.substring(nameEnd + 1, close));
    stopped = true;
    return close + 2;
  }

  /**
   * Reads the names of the request that may open a message: {@code TraceID: 4bf92f35 SpanID: 00f0}.
   *
   * @return where the message starts
   */
  int traces(String line, int from, Draft draft) {
    int at = from;
    for (int i = 0; i < 2 && at < line.length(); i++) {
      int next = trace(line, at, Names.end(line, at, line.length()), line.length(), draft);
      if (next < 0) {
        return at;
      }
      at = skipSeparators(line, next, line.length());
    }
    return at;
  }

  /** Reads a column in brackets: a severity, a thread, a process, pairs, or some context. */
  public void bracket(String line, int from, int to, Draft draft) {
    char open = line.charAt(from);
    int last = line.charAt(to - 1) == ':' ? to - 2 : to - 1;
    if (!bracket(line, open, from + 1, last, draft)) {
      draft.attribute("context", line.substring(from + 1, last).strip());
    }
  }

  /** {@code TraceID: 4bf92f35} names the request; so do the other names for it. */
  private int trace(String line, int at, int nameEnd, int end, Draft draft) {
    if (nameEnd - at < 6 || nameEnd - at > 12 || line.charAt(nameEnd - 1) != ':') {
      return -1;
    }
    int value = Text.skipSpaces(line, nameEnd, end);
    int valueEnd = Names.end(line, value, end);
    boolean read =
        valueEnd > value
            && pairs.trace(line.substring(at, nameEnd - 1), line.substring(value, valueEnd), draft);
    return read ? valueEnd : -1;
  }

  private boolean levelFollows(String line, int at, int end) {
    return at < end && levels.find(line, at, LevelWords.end(line, at)) != null;
  }

  private boolean bracket(String line, char open, int from, int to, Draft draft) {
    int start = Text.skipSpaces(line, from, to);
    int stop = to;
    while (stop > start && Text.isSpace(line.charAt(stop - 1))) {
      stop--;
    }
    if (start == stop) {
      return open == '[';
    }
    Severity severity = draft.hasSeverity() ? null : levelIn(line, start, stop, draft);
    if (severity != null) {
      return true;
    }
    if (open == '{') {
      return braces(line, start, stop, draft);
    }
    if (open == '(' && Names.isPlace(line, from - 1, to + 1)) {
      draft.attribute("place", line.substring(start, stop));
      return true;
    }
    if (Names.isNumber(line, start, stop)) {
      draft.attribute("pid", line.substring(start, stop));
      return true;
    }
    if (open == '<') {
      return false;
    }
    if (pairs.readAll(line, start, stop, draft)) {
      return true;
    }
    if (open == '[' && Names.isContext(line, start, stop)) {
      draft.attribute("context", line.substring(start, stop));
      return true;
    }
    return named(line, open, start, stop, draft);
  }

  private static boolean braces(String line, int start, int stop, Draft draft) {
    boolean place = line.indexOf(' ', start) < 0 || line.indexOf(' ', start) >= stop;
    if (!place || draft.logger() != null || line.charAt(start) == '"') {
      return false;
    }
    draft.logger(line.substring(start, stop));
    return true;
  }

  public @Nullable Severity levelIn(String line, int start, int stop, Draft draft) {
    int colon = line.lastIndexOf(':', stop - 1);
    int levelStart = colon >= start ? colon + 1 : start;
    Severity severity = levels.find(line, levelStart, stop);
    if (severity == null && stop - start == 1) {
      severity = LevelWords.read(line.substring(start, stop));
      severity = severity == Severity.UNSPECIFIED ? null : severity;
    }
    if (severity != null) {
      draft.severity(severity, line.substring(levelStart, stop));
      if (levelStart > start && draft.logger() == null) {
        draft.logger(line.substring(start, levelStart - 1));
      }
    }
    return severity;
  }

  private static boolean named(String line, char open, int start, int stop, Draft draft) {
    boolean spaced = Text.indexOfSpace(line, start, stop) >= 0;
    int colon = line.lastIndexOf(':', stop - 1);
    int at = line.indexOf('@', Math.max(start, colon));
    if (colon > start && at > colon && at < stop && Names.isNumber(line, at + 1, stop)) {
      draft.logger(line.substring(colon + 1, at));
      draft.thread(line.substring(start, colon));
      draft.attribute("line", line.substring(at + 1, stop));
      return true;
    }
    if (colon == stop - 1 && !spaced) {
      return true;
    }
    if (draft.thread() == null && Names.isThread(line, start, stop, spaced)) {
      draft.thread(line.substring(start, stop));
      return true;
    }
    if (open == '(' || spaced || draft.logger() != null || !Names.isTag(line, start, stop)) {
      return false;
    }
    draft.logger(line.substring(start, stop));
    return true;
  }

  private static int close(String line, int at, int end) {
    char open = line.charAt(at);
    char close = open == '[' ? ']' : open == '(' ? ')' : open == '<' ? '>' : '}';
    int depth = 0;
    int limit = Math.min(end, at + MAX_BRACKET);
    for (int i = at; i < limit; i++) {
      char c = line.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Blanks, and marks that stand alone between the parts of a head. */
  public static int skipSeparators(String line, int from, int end) {
    int at = from;
    while (at < end) {
      char c = line.charAt(at);
      if (Text.isSpace(c) || c == '|' || c == ']') {
        at++;
      } else if (c == '-'
          || c == ':'
          || c == ','
          || c == ';'
          || c == '~'
          || c == '>'
          || c == '\u2013') {
        int run = at;
        while (run < end && line.charAt(run) == c) {
          run++;
        }
        boolean alone =
            run == end || Text.isSpace(line.charAt(run)) || (c != '-' && line.charAt(run) == '[');
        if (!alone) {
          return at;
        }
        at = run;
      } else {
        return at;
      }
    }
    return at;
  }
}
