// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

/** What single lines of traces look like, for those who join lines. */
public final class TraceLines {
  private TraceLines() {}

  /**
   * True when {@code line} can only be part of a trace that began before it: a call, a cause, what
   * was left out.
   */
  public static boolean continues(String line) {
    int from = Place.indent(line);
    if (from == line.length()) {
      return false;
    }
    return switch (line.charAt(from)) {
      case 'a' -> line.startsWith("at ", from) && (from > 0 || AtFrame.parse(line) != null);
      case 'C', 'W' -> Headers.cause(line.substring(from)) != null;
      case 'S' ->
          line.startsWith(Headers.SUPPRESSED, from) || line.startsWith("Stack trace:", from);
      case '.' -> isLeftOut(line, from);
      case '-' -> line.startsWith("--- End of ", from) || line.startsWith("---> ", from);
      case 'F' -> PythonTrace.isFrame(line, from);
      case 'T' ->
          line.startsWith(PythonTrace.START, from) || line.startsWith("The above exception", from);
      case 'D' -> line.startsWith("During handling of the above exception", from);
      case 'g' -> GoTrace.starts(line, from);
      case 'c' -> line.startsWith("created by ", from) && line.indexOf('.', from) > 0;
      case 'f' -> from > 0 && line.startsWith("from ", from) && RubyTrace.call(line) != null;
      case '#' -> PhpTrace.isFrame(line, from) || NativeTrace.frame(line, from) != null;
      case 's' -> line.startsWith(RustTrace.BACKTRACE, from);
      case 'n' -> line.startsWith("note: run with `RUST_BACKTRACE", from);
      case 't' -> from > 0 && line.startsWith("thrown in ", from);
      case '[' ->
          line.startsWith("[stacktrace]", from)
              || line.startsWith("[cause]: ", from)
              || line.startsWith("[CIRCULAR REFERENCE:", from);
      default -> false;
    };
  }

  /** {@code ... 12 more}, {@code ... 12 common frames omitted}. */
  private static boolean isLeftOut(String line, int from) {
    int space = line.startsWith("... ", from) ? line.indexOf(' ', from + 4) : -1;
    return space > 0
        && Place.number(line, from + 4, space) > 0
        && (line.startsWith("more", space + 1) || line.startsWith("common", space + 1));
  }

  /** True when {@code line} is what a program prints first when it dies, or dumps its threads. */
  public static boolean startsCrash(String line) {
    if (line.isEmpty()) {
      return false;
    }
    return switch (line.charAt(0)) {
      case 'E' -> line.startsWith("Exception in thread \"");
      case 'p' -> line.startsWith(GoTrace.PANIC);
      case 'f' -> line.startsWith(GoTrace.FATAL);
      case 't' -> RustTrace.starts(line, 0) || line.startsWith("terminate called after throwing ");
      case 'P' -> line.startsWith("PHP Fatal error:  Uncaught ");
      case 'U' -> line.startsWith("Unhandled exception. ");
      case '=' -> line.indexOf("==ERROR: ") > 0 && line.indexOf("Sanitizer: ") > 0;
      case 'F' -> isDump(line);
      default -> false;
    };
  }

  /** True when {@code line} announces a traceback of Python or is a call of one. */
  public static boolean isPython(String line) {
    int from = Place.indent(line);
    return line.startsWith(PythonTrace.START, from) || PythonTrace.isFrame(line, from);
  }

  /** True when {@code line} announces the threads of a Java process. */
  public static boolean isDump(String line) {
    return line.startsWith("Full thread dump ");
  }

  /** True when {@code line} is the name of an exception, alone or with its message. */
  public static boolean namesException(String line) {
    return !line.isEmpty()
        && Character.isJavaIdentifierStart(line.charAt(0))
        && !Headers.of(line).isEmpty();
  }
}
