// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * Where a command prints. Results go to standard output, everything else to standard error; colour
 * only to a terminal.
 *
 * <p>Text that comes from logs or repositories must pass {@link #safe}: it may hold control
 * characters that would drive the terminal.
 */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Standard output, for machine contracts. */
  public PrintStream out() {
    return out;
  }

  /** True when a person watches. */
  boolean isTerminal() {
    return terminal;
  }

  public void print(String line) {
    out.println(line);
  }

  /** A line for the person, beside the results. */
  public void note(String line) {
    err.println(line);
    err.flush();
  }

  /** Rewrites the last line of standard error; only meaningful on a terminal. */
  void rewrite(String line) {
    err.print("\r\u001b[K" + line);
    err.flush();
  }

  public String bold(String text) {
    return colour("1", text);
  }

  public String dim(String text) {
    return colour("2", text);
  }

  public String red(String text) {
    return colour("31", text);
  }

  public String green(String text) {
    return colour("32", text);
  }

  public String yellow(String text) {
    return colour("33", text);
  }

  private String colour(String code, String text) {
    return terminal ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** Rows as aligned columns, two blanks apart; the last column is not padded. */
  public void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i));
        if (i < row.size() - 1) {
          line.append(" ".repeat(width[i] - row.get(i).length() + 2));
        }
      }
      print(line.toString().stripTrailing());
    }
  }

  /**
   * {@code text} on one line with control and text-direction characters shown as escapes, cut after
   * {@code limit} characters.
   */
  public static String safe(String text, int limit) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), limit) + 8);
    int i = 0;
    while (i < text.length() && line.length() < limit) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t') {
        line.append(' ');
      } else if (isHarmful(c)) {
        line.append("\\u").append("%04x".formatted(c));
      } else {
        line.appendCodePoint(c);
      }
    }
    return i < text.length() ? line.append('…').toString() : line.toString();
  }

  private static boolean isHarmful(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
