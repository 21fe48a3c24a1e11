// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.KeyNames;
import dev.clew.format.field.LateLevel;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.Names;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Tails;
import dev.clew.format.field.Text;
import dev.clew.format.layout.Layout.Field;
import dev.clew.format.layout.Layout.Literal;
import dev.clew.format.line.LineParser;
import dev.clew.format.time.TimeScanner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line that looks like one of the layouts of a format. */
public final class LayoutLine implements LineParser {
  private final String format;
  private final Layout[] layouts;
  private final TimeScanner times;
  private final LevelWords levels;
  private final LateLevel lateLevel;
  private final Pairs pairs;
  private final @Nullable LineParser inner;
  private final Tails tails = new Tails();
  private final List<String> trailers;
  private int bodyStart;
  private int bodyEnd;

  /** Where a time was looked for last, which several layouts may do; -1 for nowhere. */
  private int tried;

  private boolean hasTime;

  /**
   * @param format the name of the format
   * @param layouts tried in turn
   * @param trailers the names with which a list of {@code , name: value} at the end of a body
   *     starts
   * @param inner reads the body when that is a line of its own; null when it is not
   */
  public LayoutLine(
      String format,
      List<Layout> layouts,
      List<String> trailers,
      TimeScanner times,
      LevelWords levels,
      KeyNames names,
      @Nullable LineParser inner) {
    this.format = format;
    this.layouts = layouts.toArray(Layout[]::new);
    this.trailers = List.copyOf(trailers);
    this.times = times;
    this.levels = levels;
    this.lateLevel = new LateLevel(levels);
    this.pairs = new Pairs(names);
    this.inner = inner;
  }

  @Override
  public @Nullable Draft start(String line) {
    tried = -1;
    for (Layout layout : layouts) {
      Draft draft = layout.mayFit(line) ? read(layout, line) : null;
      if (draft != null) {
        return inner == null ? complete(draft) : unwrap(draft);
      }
    }
    return null;
  }

  private @Nullable Draft read(Layout layout, String line) {
    Draft draft = new Draft(format);
    int at = 0;
    bodyStart = -1;
    bodyEnd = line.length();
    for (int i = 0; i < layout.size(); i++) {
      Layout.Step step = layout.step(i);
      if (step instanceof Literal literal) {
        at = line.startsWith(literal.text(), at) ? at + literal.text().length() : -1;
      } else {
        at = step instanceof Field field ? field(line, at, field, draft) : blank(line, at);
      }
      if (at < 0) {
        return null;
      }
    }
    if (draft.time() == null) {
      return null;
    }
    int from = bodyStart >= 0 && line.startsWith("\ufeff", bodyStart) ? bodyStart + 1 : bodyStart;
    draft.body(from < 0 ? line.strip() : line.substring(from, bodyEnd).stripTrailing());
    return draft;
  }

  private static int blank(String line, int at) {
    int end = Text.skipSpaces(line, at, line.length());
    return end > at || at == line.length() ? end : -1;
  }

  private int field(String line, int at, Field field, Draft draft) {
    return switch (field.part()) {
      case TIME -> time(line, at, field.type(), draft);
      case LEVEL -> level(line, at, field, draft);
      case STATUS -> LevelCodes.status(line, at, draft);
      case PRIORITY -> LevelCodes.priority(line, at, draft);
      case STRUCTURED -> StructuredElements.read(line, at, draft);
      case PROGRAM -> Program.read(line, at, draft);
      case REST -> {
        pairs.read(line, at, line.length(), draft);
        yield line.length();
      }
      case BODY -> {
        bodyStart = at;
        yield line.length();
      }
      case BODY_START -> {
        bodyStart = at;
        yield at;
      }
      case BODY_END -> {
        bodyEnd = at;
        yield at;
      }
      default -> value(line, at, field, draft);
    };
  }

  private int time(String line, int at, Type type, Draft draft) {
    boolean read =
        switch (type) {
          case EPOCH -> readEpoch(line, at);
          case GLOG ->
              at < line.length() && LevelCodes.glog(line.charAt(at), draft) && readTime(line, at);
          case DAY -> isDayAndName(line, at) && readTime(line, at);
          case ISO -> at < line.length() && Text.isDigit(line.charAt(at)) && readTime(line, at);
          case NAMED -> at < line.length() && Text.isLetter(line.charAt(at)) && readTime(line, at);
          default -> readTime(line, at);
        };
    if (!read) {
      return -1;
    }
    draft.time(times.time());
    return times.end();
  }

  private boolean readTime(String line, int at) {
    if (tried != at) {
      hasTime = times.read(line, at);
      tried = at;
    }
    return hasTime;
  }

  private boolean readEpoch(String line, int at) {
    tried = -1;
    return times.readEpoch(line, at);
  }

  /** {@code 04-Mar-2026}. */
  private static boolean isDayAndName(String line, int at) {
    return at + 3 < line.length()
        && Text.isDigit(line.charAt(at))
        && line.charAt(at + 2) == '-'
        && Text.isLetter(line.charAt(at + 3));
  }

  private int level(String line, int at, Field field, Draft draft) {
    if (field.type() == Type.MARK) {
      return LevelCodes.mark(line, at, draft);
    }
    if (field.type() == Type.SYSLOG) {
      return LevelCodes.digit(line, at, draft);
    }
    int end = field.type() == Type.LETTER ? at + 1 : LevelWords.end(line, at);
    if (end > line.length() || end == at) {
      return -1;
    }
    String word = line.substring(at, end);
    Severity severity =
        field.type() == Type.LETTER ? LevelWords.read(word) : levels.find(line, at, end);
    if (severity == null || severity == Severity.UNSPECIFIED) {
      return -1;
    }
    draft.severity(severity, word);
    // levels are padded inside of brackets
    return field.stop() == ']' ? Text.skipSpaces(line, end, line.length()) : end;
  }

  private int value(String line, int at, Field field, Draft draft) {
    int end = end(line, at, field);
    if (end < 0 || (end == at && !isEmptyAllowed(field))) {
      return -1;
    }
    if (field.type() == Type.DOTTED
        && (!Names.isDotted(line, at, end) || line.charAt(end - 1) == ':')) {
      return -1;
    }
    if (field.part() == Part.SKIP) {
      return end;
    }
    String text =
        field.type() == Type.QUOTED ? line.substring(at + 1, end - 1) : line.substring(at, end);
    String given = text.strip();
    if (given.equals("-") || given.isEmpty()) {
      return end;
    }
    return give(field, given, draft) ? end : -1;
  }

  private static boolean isEmptyAllowed(Field field) {
    return field.type() == Type.TEXT || field.type() == Type.LINE;
  }

  private static int end(String line, int at, Field field) {
    int end = at;
    switch (field.type()) {
      case INT -> {
        while (end < line.length() && Text.isDigit(line.charAt(end))) {
          end++;
        }
      }
      case DECIMAL -> {
        while (end < line.length() && (Text.isDigit(line.charAt(end)) || line.charAt(end) == '.')) {
          end++;
        }
      }
      case LINE -> end = line.length();
      case TEXT -> end = textEnd(line, at, field.stop());
      case QUOTED ->
          end =
              at < line.length() && line.charAt(at) == '"'
                  ? Pairs.valueEnd(line, at, line.length())
                  : -1;
      default -> {
        char stop = field.stop();
        while (end < line.length() && !Text.isSpace(line.charAt(end)) && line.charAt(end) != stop) {
          end++;
        }
      }
    }
    return end;
  }

  /** Brackets inside of brackets are part of the text. */
  private static int textEnd(String line, int at, char stop) {
    int end = line.indexOf(stop, at);
    int open = stop == ']' && end > at ? line.indexOf('[', at) : -1;
    while (open >= 0 && open < end) {
      int next = line.indexOf(stop, end + 1);
      if (next < 0) {
        return end;
      }
      open = line.indexOf('[', open + 1);
      end = next;
    }
    return end;
  }

  private boolean give(Field field, String text, Draft draft) {
    switch (field.part()) {
      case HOST -> {
        boolean named = Text.isWordPart(text.charAt(0)) || text.charAt(0) == ':';
        if (!named || levels.find(text, 0, text.length()) != null) {
          return false;
        }
        draft.host(text);
      }
      case SERVICE -> {
        if (!Names.isProgram(text)) {
          return false;
        }
        draft.service(text);
      }
      case LOGGER -> draft.logger(text);
      case THREAD -> draft.thread(text);
      case CALLER -> {
        return Caller.read(text, draft);
      }
      case TRACE -> draft.traceId(text);
      case SPAN -> draft.spanId(text);
      default -> draft.attribute(field.name(), text);
    }
    return true;
  }

  private Draft complete(Draft draft) {
    String body = draft.body();
    for (int i = 0; i < trailers.size(); i++) {
      String mark = ", " + trailers.get(i) + ": ";
      int at = body.indexOf(mark);
      if (at >= 0) {
        trailer(body, at, draft);
        break;
      }
    }
    body = draft.body();
    pairs.read(body, 0, body.length(), draft);
    if (!draft.hasSeverity()) {
      lateLevel.read(body, 0, draft);
    }
    return draft;
  }

  /** Reads {@code , name: value, name: value} at the end of a body. */
  private void trailer(String body, int from, Draft draft) {
    draft.body(body.substring(0, from));
    int at = from;
    while (at >= 0) {
      int colon = body.indexOf(": ", at + 2);
      if (colon < 0) {
        return;
      }
      String name = body.substring(at + 2, colon);
      boolean quoted = colon + 2 < body.length() && body.charAt(colon + 2) == '"';
      int end = quoted ? Pairs.valueEnd(body, colon + 2, body.length()) : body.indexOf(", ", colon);
      end = end < 0 ? body.length() : end;
      draft.attribute(name, Pairs.value(body, colon + 2, end));
      at = body.startsWith(", ", end) ? end : -1;
    }
  }

  private Draft unwrap(Draft outer) {
    Draft within = inner == null ? null : inner.start(outer.body());
    return within == null ? complete(outer) : within.within(outer);
  }

  @Override
  public void finish(Draft draft) {
    tails.finish(draft);
  }
}
