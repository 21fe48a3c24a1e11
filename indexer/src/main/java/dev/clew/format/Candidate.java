// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.field.Draft;
import dev.clew.format.line.LineParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format that a source may have.
 *
 * @param fits how many of the first lines it reads
 */
record Candidate(String name, String title, LineParser parser, int fits) {
  /** So many lines tell whether it is worth showing a format all. */
  private static final int PROBES = 40;

  /** Headers are among the first lines. */
  private static final int FIRST = 10;

  /** How well {@code parser} reads {@code lines}; only some are looked at where it reads none. */
  static Candidate of(String name, String title, LineParser parser, List<String> lines) {
    int step = Math.max(1, lines.size() / PROBES);
    boolean seen = step == 1;
    for (int i = 0; i < lines.size() && !seen; i += i < FIRST ? 1 : step) {
      seen = isRead(parser, lines.get(i));
    }
    return new Candidate(name, title, parser, seen ? count(parser, lines) : 0);
  }

  static int count(LineParser parser, List<String> lines) {
    int fits = 0;
    for (String line : lines) {
      fits += isRead(parser, line) ? 1 : 0;
    }
    return fits;
  }

  private static boolean isRead(LineParser parser, String line) {
    return !parser.isHeader(line) && (parser.continues(line) || attempt(parser, line) != null);
  }

  /** A line that a reader fails at is none of its format; when it is read, the failure is kept. */
  static @Nullable Draft attempt(LineParser parser, String line) {
    try {
      return parser.start(line);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
