// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long the texts of people may be, in UTF-16 code units. Texts are kept as they were given. */
final class Texts {
  static final int NAME = 80;
  static final int TITLE = 300;
  static final int ITEM = 4_000;
  static final int ZONE = 64;

  private Texts() {}

  static String name(String by) {
    return line("by", by, NAME);
  }

  /** A text of one line, without the blanks around it. */
  static String line(String name, String text, int longest) {
    String line = text.strip();
    if (line.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(name + ": it holds a line break or a control character");
    }
    return text(name, line, longest);
  }

  static String text(String name, String text, int longest) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + ": it is empty; give 1 to " + longest);
    }
    return bounded(name, text, longest);
  }

  static String bounded(String name, String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "%s: it has %,d characters; give at most %,d".formatted(name, text.length(), longest));
    }
    return text;
  }

  static @Nullable String optional(String name, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : line(name, text, longest);
  }

  static String zone(String zone) {
    try {
      return ZoneId.of(bounded("zone", zone, ZONE)).getId();
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "zone: \"%s\" is not known; give one like Europe/London".formatted(zone), unknown);
    }
  }
}
