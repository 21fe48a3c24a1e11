// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.event.StackTrace;
import dev.clew.format.stack.StackParser;
import dev.clew.format.stack.StackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stack traces in text that people paste. */
public final class TraceText {
  /** More traces than this in one text repeat each other. */
  private static final int MAX_TRACES = 200;

  private TraceText() {}

  /** All traces of {@code text}, in order. */
  public static List<StackTrace> all(String text) {
    StackParser parser = new StackParser();
    List<StackTrace> traces = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int start = 0;
    while (start < lines.size() && traces.size() < MAX_TRACES) {
      Optional<StackText> found =
          parser.find("", String.join("\n", lines.subList(start, lines.size())));
      if (found.isEmpty()) {
        break;
      }
      traces.add(found.get().trace());
      start += Math.max(1, found.get().endLine());
    }
    return traces;
  }
}
