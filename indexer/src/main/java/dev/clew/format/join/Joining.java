// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.stack.TraceLines;

/**
 * Tells lines that can only continue an event, whatever else they look like, from lines that may
 * start one. Knows the event before by its lines. Not thread-safe.
 */
final class Joining {
  /** A bracket that nothing closes must not swallow the rest of a file. */
  private static final int MAX_NESTED = 5000;

  /** What a program without times is in the middle of. */
  private enum Trace {
    NONE,
    PYTHON,
    GO,
    GO_BLANK,
    RUST,
    DUMP
  }

  private Trace trace = Trace.NONE;
  private int depth;
  private int nested;

  /** An event starts with {@code line}. */
  void start(String line) {
    start(line.isEmpty() ? ' ' : line.charAt(line.length() - 1));
  }

  /** An event starts with a line that ends with {@code last}. */
  void start(char last) {
    nested = 0;
    depth = last == '{' || last == '[' ? 1 : 0;
    trace = Trace.NONE;
  }

  /** As {@link #start}, where lines without a time may start events. */
  void startLoose(String line) {
    start(line);
    if (line.startsWith("Traceback (most recent call last)")) {
      trace = Trace.PYTHON;
    } else if (TraceLines.startsCrash(line)) {
      trace =
          switch (line.charAt(0)) {
            case 'p', 'f' -> Trace.GO;
            case 't' -> Trace.RUST;
            case 'F' -> Trace.DUMP;
            default -> Trace.NONE;
          };
    }
  }

  /** True when {@code line} is part of the event whose lines were seen before. */
  boolean continues(String line) {
    return (depth > 0 && isNested(line)) || TraceLines.continues(line) || isComment(line);
  }

  /**
   * As {@link #continues}, in a source in which lines that continue an event cannot be told by
   * their lack of a time.
   *
   * @param failed that the event before is one of a failure, whose exception may follow
   */
  boolean continuesLoose(String line, boolean failed) {
    if (line.isBlank()) {
      trace = trace == Trace.GO ? Trace.GO_BLANK : trace;
      return true;
    }
    char first = line.charAt(0);
    if (continues(line)) {
      announce(line);
      return true;
    }
    boolean closes = first == '}' || first == ')' || first == ']' || line.startsWith("</");
    if (first == ' ' || first == '\t' || closes) {
      return true;
    }
    return inTrace(line, first) || (failed && TraceLines.namesException(line));
  }

  private void announce(String line) {
    if (line.startsWith("Traceback")) {
      trace = Trace.PYTHON;
    } else if (line.startsWith("goroutine ")) {
      trace = Trace.GO;
    }
  }

  private boolean inTrace(String line, char first) {
    return switch (trace) {
      case NONE -> false;
      case GO -> !TraceLines.startsCrash(line);
      case DUMP -> first == '"' || first == '=' || line.startsWith("JNI ") || isDump(line);
      case PYTHON, RUST -> {
        trace = Trace.NONE;
        yield true;
      }
      case GO_BLANK -> {
        trace = Trace.NONE;
        yield line.startsWith("exit status ");
      }
    };
  }

  private static boolean isDump(String line) {
    return line.startsWith("Found ") || line.startsWith("Java stack information");
  }

  /** A comment of SQL may name times. */
  private static boolean isComment(String line) {
    return line.startsWith("-- ");
  }

  /**
   * Lines of JSON that is printed over several lines are indented, quote a name or close a bracket;
   * what they quote may look like a line of its own.
   */
  private boolean isNested(String line) {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    boolean inside = first == ' ' || first == '\t' || first == '"' || first == '}' || first == ']';
    if (!inside || ++nested > MAX_NESTED) {
      depth = 0;
      return false;
    }
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    depth = Math.max(0, depth);
    return true;
  }
}
