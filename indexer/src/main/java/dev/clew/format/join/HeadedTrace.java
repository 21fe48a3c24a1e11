// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.field.Draft;
import dev.clew.format.stack.TraceLines;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A traceback of Python whose every line has the head of the event that it belongs to, as oslo.log
 * and others print it. Lines of the source and of the exception itself look like messages; that
 * they follow, with the same head, tells them. Not thread-safe.
 */
public final class HeadedTrace {
  private @Nullable Draft event;

  /** True when a line that looks like an event may belong to a trace. */
  public boolean isOpen() {
    return event != null;
  }

  /** A line with {@code text} continues {@code before}: a trace of Python may start with it. */
  public void joined(Draft before, String text) {
    event = TraceLines.isPython(text) || event == before ? before : null;
  }

  /**
   * True when a line that was read as {@code draft} goes on with the open trace, or with the
   * message of its exception: until a head differs or names a request, as that of an event does.
   */
  public boolean continues(Draft draft) {
    Draft before = event;
    if (before == null || draft.traceId() != null || !isSameHead(before, draft)) {
      event = null;
      return false;
    }
    return true;
  }

  private static boolean isSameHead(Draft before, Draft draft) {
    return before.isOfSameThread(draft)
        && before.severity() == draft.severity()
        && Objects.equals(before.logger(), draft.logger())
        && Objects.equals(before.time(), draft.time());
  }

  /** The text behind the head of {@code line}, which was read as {@code draft}, with its indent. */
  public static String text(String line, Draft draft) {
    String whole = line.stripTrailing();
    String body = draft.body();
    if (!whole.endsWith(body)) {
      return body;
    }
    if (whole.length() == body.length()) {
      // a head with nothing behind it
      return "";
    }
    int start = whole.length() - body.length();
    int indent = start;
    while (indent > 0 && whole.charAt(indent - 1) == ' ') {
      indent--;
    }
    // one blank belongs to the head
    return whole.substring(Math.min(indent + 1, start));
  }
}
