// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.format.stack.StackParser;
import dev.clew.format.stack.StackText;
import java.util.List;
import java.util.Optional;

/**
 * Gives the lines that follow an event's first one to the event: a stack trace becomes its
 * exception, other text part of its body.
 */
public final class Tails {
  private static final int MAX_BODY = 1 << 16;

  private final StackParser stacks = new StackParser();

  /** Reads the lines joined to {@code draft}. */
  public void finish(Draft draft) {
    String tail = draft.tail();
    if (tail.isBlank()) {
      return;
    }
    Optional<StackText> found =
        draft.exception() == null ? stacks.find(draft.body(), tail) : Optional.empty();
    if (found.isEmpty()) {
      draft.body(clip(draft.body() + "\n" + tail.stripTrailing()));
      return;
    }
    StackText stack = found.get();
    draft.exception(stack.trace());
    StringBuilder body = new StringBuilder(draft.body());
    List<String> lines = tail.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if ((i < stack.firstLine() || i >= stack.endLine()) && !lines.get(i).isBlank()) {
        body.append('\n').append(lines.get(i).stripTrailing());
      }
    }
    draft.body(clip(body.toString().strip()));
  }

  /** A body of many lines stays searchable; beyond a limit the raw line alone has it. */
  private static String clip(String body) {
    return body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY);
  }
}
