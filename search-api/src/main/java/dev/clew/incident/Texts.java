// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of people may be, with lengths in UTF-16 code units. They are kept as they were
 * given; two things that not every database keeps, U+0000 and half of a surrogate pair, are
 * refused.
 */
public final class Texts {
  /** Of a person. */
  public static final int NAME = 80;

  /** Of an incident, and of a piece of evidence. */
  public static final int TITLE = 300;

  /** Of an item of the timeline. */
  public static final int ITEM = 4_000;

  private static final int ZONE = 64;

  private Texts() {}

  /** Who says something. */
  public static String name(String by) {
    return line("by", by, NAME);
  }

  /** A text of one line, without the blanks around it. */
  public static String line(String name, String text, int longest) {
    String line = text.strip();
    if (line.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException(name + ": it holds a line break or a control character");
    }
    return text(name, line, longest);
  }

  /** A text that says something. */
  public static String text(String name, String text, int longest) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "%s: it is empty; give 1 to %,d characters".formatted(name, longest));
    }
    return bounded(name, text, longest);
  }

  /** A text, which may be empty. */
  public static String bounded(String name, String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "%s: it has %,d characters; give at most %,d".formatted(name, text.length(), longest));
    }
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException(name + ": it holds U+0000, which is not kept");
    }
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(
          name + ": it holds half of a surrogate pair, which is no text");
    }
    return text;
  }

  /** A line, or null for none. */
  static @Nullable String optional(String name, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : line(name, text, longest);
  }

  /**
   * An address of this server, from its path on, with all but visible ASCII percent-encoded. A
   * browser reads two slashes, or a slash and a backslash, as the start of another server's name,
   * and passes over control characters.
   */
  public static String ownPath(String name, String path) {
    String line = line(name, path, Incidents.LONGEST_PATH);
    boolean own = line.startsWith("/") && !line.startsWith("//") && line.indexOf('\\') < 0;
    if (!own || line.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          name + ": it is no address of this server; give one that starts with a single \"/\"");
    }
    return line;
  }

  /** A time zone of IANA. */
  public static String zone(String zone) {
    try {
      return ZoneId.of(bounded("zone", zone, ZONE)).getId();
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "zone: \"%s\" is not known; give one like Europe/London".formatted(zone), unknown);
    }
  }
}
