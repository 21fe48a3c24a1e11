// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import dev.clew.event.StackTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stack trace in a text: of Java, Kotlin and Scala, JavaScript and .NET, Python, Go,
 * Ruby, PHP, Rust, native code, Elixir and Erlang. Frames that Java leaves out of a cause ({@code
 * ... 12 more}) are filled in from the exception around it.
 */
public final class StackParser {
  /** Lines looked at; a trace goes on no longer. */
  private static final int MAX_LINES = 10_000;

  private static final int MAX_BEFORE = 20;

  /** The trace that {@code text} holds; null when it holds none. */
  public @Nullable StackTrace parse(String text) {
    return find("", text).map(StackText::trace).orElse(null);
  }

  /**
   * The trace that {@code text} holds.
   *
   * @param before what came before the text, which may name the exception whose frames follow
   */
  public Optional<StackText> find(String before, String text) {
    List<String> lines = new ArrayList<>();
    if (!before.isEmpty()) {
      before.lines().limit(MAX_BEFORE).forEach(lines::add);
    }
    int first = lines.size();
    text.lines().limit(MAX_LINES).forEach(lines::add);
    for (int i = 0; i < lines.size(); i++) {
      StackText found = at(lines, i, first);
      if (found != null && found.endLine() > first) {
        return Optional.of(found.without(first));
      }
    }
    return Optional.empty();
  }

  /** The trace that the line {@code i} is the first sure sign of; null when it is none. */
  private static @Nullable StackText at(List<String> lines, int i, int first) {
    String line = lines.get(i);
    int from = Place.indent(line);
    if (from == line.length()) {
      return null;
    }
    StackText found =
        switch (line.charAt(from)) {
          case 'a', 'b', 'e', 'i', 'w', 'v', 'k', 'à', 'в', '在', '於', '場', '위' ->
              AtFrame.parse(line) == null ? null : new AtTrace(lines, first).read(i);
          case 'F', '+', '|' -> python(lines, i, line, from);
          case 'g' -> GoTrace.starts(line, from) ? new GoTrace(lines).read(i) : null;
          case 't' -> RustTrace.starts(line, from) ? new RustTrace(lines).read(i) : null;
          case 's' ->
              line.startsWith(RustTrace.BACKTRACE, from)
                  ? new RustTrace(lines).readBacktrace(i)
                  : null;
          case '#', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
              numbered(lines, i, line, from);
          case '(' -> ElixirTrace.frame(line, from) == null ? null : new ElixirTrace(lines).read(i);
          default -> null;
        };
    return found == null ? other(lines, i, line, from) : found;
  }

  private static @Nullable StackText python(List<String> lines, int i, String line, int from) {
    int file = line.startsWith("| ", from) ? line.indexOf("File \"", from) : from;
    boolean starts = file >= 0 && PythonTrace.isFrame(line, file);
    return starts || line.contains(PythonTrace.START) ? new PythonTrace(lines).read(i) : null;
  }

  private static @Nullable StackText numbered(List<String> lines, int i, String line, int from) {
    if (PhpTrace.isFrame(line, from)) {
      return new PhpTrace(lines).read(i);
    }
    return NativeTrace.frame(line, from) == null ? null : new NativeTrace(lines).read(i);
  }

  /** Traces whose first line starts with anything. */
  private static @Nullable StackText other(List<String> lines, int i, String line, int from) {
    if (line.indexOf(PythonTrace.START) >= 0) {
      StackText ruby = nextIsRuby(lines, i) ? new RubyTrace(lines).read(i + 1) : null;
      return ruby == null ? new PythonTrace(lines).read(i) : ruby;
    }
    if (line.indexOf(":in ") > 0 && RubyTrace.call(line) != null) {
      return new RubyTrace(lines).read(i);
    }
    if (line.indexOf('@', from) >= 0 && BrowserTrace.frame(line, from) != null) {
      return new BrowserTrace(lines).read(i);
    }
    if (line.endsWith("]") && NativeTrace.frame(line, from) != null) {
      return new NativeTrace(lines).read(i);
    }
    if (from > 0 && i > 0 && GoTrace.isPlace(line) && !lines.get(i - 1).isBlank()) {
      return new GoTrace(lines).readPairs(i - 1);
    }
    if (from > 0 && line.indexOf(".ex", from) > 0 && ElixirTrace.frame(line, from) != null) {
      return new ElixirTrace(lines).read(i);
    }
    return ElixirTrace.hasErlang(line) ? new ElixirTrace(lines).readErlang(i) : null;
  }

  private static boolean nextIsRuby(List<String> lines, int i) {
    return i + 1 < lines.size() && RubyTrace.call(lines.get(i + 1)) != null;
  }
}
