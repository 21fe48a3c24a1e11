// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.StackTrace;
import dev.clew.format.stack.StackParser;
import dev.clew.format.stack.StackText;
import dev.clew.format.stack.ThreadDump;
import dev.clew.format.stack.TraceLines;
import java.util.List;

/**
 * Gives the lines that follow an event's first one to the event: a stack trace becomes its
 * exception, other text part of its body. The lines may have been joined, or stand in the body.
 */
public final class Tails {
  private static final int MAX_BODY = 1 << 16;
  private static final int MAX_SUPPRESSED = 1000;

  private final StackParser stacks = new StackParser();

  /** Reads the lines joined to {@code draft}, or those in its body. */
  public void finish(Draft draft) {
    if (draft.isPlain()) {
      return;
    }
    String tail = draft.tail();
    String body = draft.body();
    int end = tail.isEmpty() ? body.indexOf('\n') : body.length();
    if (end < 0) {
      call(draft, body);
      return;
    }
    String text = tail.isEmpty() ? body.substring(end + 1) : tail;
    draft.endTail();
    if (!text.isBlank()) {
      finish(draft, body.substring(0, end), text);
    }
  }

  /** A single line may be a call of a trace whose other lines are elsewhere. */
  private void call(Draft draft, String body) {
    if (draft.exception() == null && TraceLines.continues(body)) {
      draft.exception(stacks.parse(body));
    }
  }

  private void finish(Draft draft, String first, String text) {
    StackText stack = draft.exception() == null ? stacks.find(first, text).orElse(null) : null;
    if (stack == null) {
      draft.body(clip(first + "\n" + text.stripTrailing()));
    } else {
      draft.exception(stack.trace());
      suppressed(draft, stack.suppressed());
      draft.body(clip(without(first, text, stack)));
    }
    if (mayDump(first, text)) {
      List<String> lines = (first + "\n" + text).lines().toList();
      ThreadDump.count(lines)
          .forEach((name, count) -> draft.attribute(name, String.valueOf(count)));
    }
  }

  private static boolean mayDump(String first, String text) {
    return text.contains("java.lang.Thread.State: ")
        || text.contains("goroutine ")
        || first.startsWith("Full thread dump ");
  }

  private static String without(String first, String text, StackText stack) {
    StringBuilder body = new StringBuilder(first);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if ((i < stack.firstLine() || i >= stack.endLine()) && !lines.get(i).isBlank()) {
        body.append('\n').append(lines.get(i).stripTrailing());
      }
    }
    return body.toString().strip();
  }

  private static void suppressed(Draft draft, List<StackTrace> suppressed) {
    StringBuilder text = new StringBuilder();
    for (StackTrace each : suppressed) {
      if (text.length() < MAX_SUPPRESSED) {
        text.append(text.isEmpty() ? "" : "; ").append(each.type());
        text.append(each.message().isEmpty() ? "" : ": ").append(each.message());
      }
    }
    if (!text.isEmpty()) {
      draft.attribute("suppressed", text.toString());
    }
  }

  /** A body of many lines stays searchable; beyond a limit the raw line alone has it. */
  private static String clip(String body) {
    return body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY);
  }
}
