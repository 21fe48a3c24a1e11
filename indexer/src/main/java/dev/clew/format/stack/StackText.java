// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackTrace;
import java.util.List;

/**
 * A stack trace found in a text.
 *
 * @param trace what it says
 * @param suppressed exceptions that it carries beside its causes: those that Java suppressed, the
 *     members of a group of Python's or of an {@code AggregateError}
 * @param firstLine the text's first line that belongs to it, from 0
 * @param endLine the line after its last one
 */
public record StackText(StackTrace trace, List<StackTrace> suppressed, int firstLine, int endLine) {

  public StackText {
    suppressed = List.copyOf(suppressed);
  }

  StackText(StackTrace trace, int firstLine, int endLine) {
    this(trace, List.of(), firstLine, endLine);
  }

  /** The same trace in a text that lacks the first {@code lines}. */
  StackText without(int lines) {
    return new StackText(
        trace, suppressed, Math.max(0, firstLine - lines), Math.max(0, endLine - lines));
  }
}
