// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackTrace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stack trace in a text: of Java, Kotlin, JavaScript and .NET, Python, Go. Frames are
 * kept as printed: those that Java leaves out of a cause ({@code ... 12 more}) stay left out.
 * Suppressed exceptions stay in the text only.
 */
public final class StackParser {
  /** Lines looked at; a trace goes on no longer. */
  private static final int MAX_LINES = 5000;

  /** The trace that {@code text} holds; null when it holds none. */
  public @Nullable StackTrace parse(String text) {
    return find("", text).map(StackText::trace).orElse(null);
  }

  /**
   * The trace that {@code text} holds.
   *
   * @param before the line before the text, which may name the exception whose frames follow
   */
  public Optional<StackText> find(String before, String text) {
    if (!mayHold(before, text)) {
      return Optional.empty();
    }
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (AtFrame.parse(line) != null) {
        return Optional.of(new AtTrace(lines, before).read(i));
      }
      if (PythonTrace.starts(line)) {
        return new PythonTrace(lines).read(i);
      }
      if (GoTrace.starts(line)) {
        return new GoTrace(lines, before).read(i);
      }
    }
    return before.contains(PythonTrace.START)
        ? new PythonTrace(lines).readFrames(0)
        : Optional.empty();
  }

  private static boolean mayHold(String before, String text) {
    return text.contains("at ")
        || text.contains(PythonTrace.START)
        || before.contains(PythonTrace.START)
        || text.contains(GoTrace.START);
  }
}
