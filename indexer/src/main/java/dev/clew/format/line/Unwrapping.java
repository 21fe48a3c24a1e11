// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads values whose message is a line of a log itself: what a container's runtime, a collector or
 * an export wraps around the line that a program wrote. The line inside says more about time,
 * severity, logger and message; what is around it says where it was written, and lends the rest.
 *
 * <p>A stack trace that was wrapped line by line becomes one event again where its lines follow
 * each other in the same stream.
 */
public final class Unwrapping implements LineParser {
  private static final int MAX_LAYERS = 4;
  private static final int MAX_BODY = 1 << 16;
  private static final List<String> PLACES = List.of("stream", "container_id", "pod", "filename");

  private final LineParser outer;
  private final boolean joins;
  private final List<LineParser> inner;
  private final List<LineParser> objects;
  private @Nullable String more;
  private @Nullable Draft last;
  private boolean traceback;
  private @Nullable Draft pending;
  private @Nullable String pendingLine;

  /**
   * @param inner asked in turn
   * @param joins that a stack trace wrapped line by line is put together here
   */
  public Unwrapping(LineParser outer, List<LineParser> inner, boolean joins) {
    this.joins = joins;
    this.outer = outer;
    this.inner = List.copyOf(inner);
    this.objects = this.inner.stream().filter(JsonLine.class::isInstance).toList();
  }

  @Override
  public @Nullable Draft start(String line) {
    more = null;
    Draft draft = read(line);
    pending = null;
    if (draft == null) {
      return null;
    }
    traceback = false;
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      Draft within = within(draft, inner);
      if (within == null) {
        break;
      }
      draft = within;
    }
    last = draft;
    return draft;
  }

  @Override
  public boolean continues(String line) {
    if (outer.continues(line)) {
      return true;
    }
    more = null;
    Draft draft = last == null || !joins ? null : read(line);
    if (draft == null || last == null || !continuesLast(draft, last)) {
      return false;
    }
    more = draft.body();
    pending = null;
    return true;
  }

  /**
   * Reads the layers that are JSON; what was read to see whether a line goes on is not read again.
   */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Draft read(String line) {
    // the same string, not an equal one: it was handed over a moment ago
    if (pending != null && pendingLine == line) {
      return pending;
    }
    Draft draft = outer.start(line);
    for (int layer = 0; draft != null && layer < MAX_LAYERS; layer++) {
      Draft within = draft.body().startsWith("{") ? within(draft, objects) : null;
      if (within == null) {
        break;
      }
      draft = within;
    }
    pending = draft;
    pendingLine = line;
    return draft;
  }

  @Override
  public void join(Draft draft, String line) {
    if (more == null) {
      outer.join(draft, line);
    } else {
      draft.join(more);
      more = null;
    }
  }

  private boolean continuesLast(Draft draft, Draft before) {
    String body = draft.body();
    boolean quiet = body.length() > 1 && !draft.hasSeverity() && draft.exception() == null;
    if (!quiet || !isSamePlace(draft, before)) {
      return false;
    }
    boolean ends = traceback && !Text.isSpace(body.charAt(0));
    traceback = (traceback && !ends) || body.startsWith("Traceback (most recent call last)");
    return ends || traceback || isMore(body);
  }

  private static boolean isSamePlace(Draft draft, Draft before) {
    for (String place : PLACES) {
      if (!Objects.equals(draft.attribute(place), before.attribute(place))) {
        return false;
      }
    }
    return draft.service() == null || Objects.equals(draft.service(), before.service());
  }

  /** A frame, a cause, or the name of an exception at the start of a line. */
  private static boolean isMore(String body) {
    if (Text.isSpace(body.charAt(0))) {
      return !body.isBlank();
    }
    if (body.startsWith("Caused by: ") || body.startsWith("... ")) {
      return true;
    }
    int end = 0;
    while (end < body.length()
        && (Text.isWordPart(body.charAt(end)) || ".$".indexOf(body.charAt(end)) >= 0)) {
      end++;
    }
    String name = body.substring(0, end);
    boolean ended = end == body.length() || body.startsWith(": ", end);
    return ended && name.indexOf('.') > 0 && (name.endsWith("Exception") || name.endsWith("Error"));
  }

  private static @Nullable Draft within(Draft draft, List<LineParser> parsers) {
    String body = draft.body();
    if (body.isEmpty() || body.length() > MAX_BODY) {
      return null;
    }
    if (draft.hasSeverity() && !speaksItself(body)) {
      return null;
    }
    int end = body.indexOf('\n');
    String first = end < 0 ? body : body.substring(0, end);
    for (LineParser parser : parsers) {
      Draft within = parser.start(first);
      if (within != null && !within.body().equals(body) && says(within, draft, parser)) {
        within.insideOf(draft, !(parser instanceof TextLine text) || !text.isClock());
        if (end >= 0) {
          within.join(body.substring(end + 1));
          parser.finish(within);
        }
        return within;
      }
    }
    return null;
  }

  private static boolean says(Draft within, Draft draft, LineParser parser) {
    boolean level = within.hasSeverity();
    if (parser instanceof TextLine || parser instanceof UntimedLine) {
      return level && (!draft.hasSeverity() || within.time() != null);
    }
    return level || within.time() != null || parser instanceof JsonLine;
  }

  /** A message that starts as a line of a log does, though its severity is known already. */
  private static boolean speaksItself(String body) {
    char c = body.charAt(0);
    if (c == '{') {
      return true;
    }
    int at = c == '[' || c == '<' ? 1 : 0;
    if (body.length() > at + 10 && Text.isDigit(body.charAt(at))) {
      return c == '<' || "-/:.".indexOf(body.charAt(at + 4)) >= 0 || body.charAt(at + 2) == ':';
    }
    return body.startsWith("level=") || body.startsWith("ts=") || body.startsWith("time=");
  }

  @Override
  public void finish(Draft draft) {
    outer.finish(draft);
  }
}
