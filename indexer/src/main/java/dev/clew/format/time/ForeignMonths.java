// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of months that are not English, from the resource {@code months.names}. */
final class ForeignMonths {
  private static final String RESOURCE = "/dev/clew/format/months.names";
  private static final int SHORTEST = 3;
  private static final int LONGEST = 14;

  /** Read when a text first looks like naming one, since most never do. */
  private static final class Known {
    static final Map<String, Integer> MONTHS = read();
  }

  private ForeignMonths() {}

  /** The month named at {@code from} in front of what may be a day or year; 0 for none. */
  static int at(String text, int from) {
    int end = MonthNames.end(text, from);
    if (end - from < SHORTEST || end - from > LONGEST || !mayBeDate(text, from, end)) {
      return 0;
    }
    String name = text.substring(from, end).toLowerCase(Locale.ROOT);
    return Known.MONTHS.getOrDefault(name, 0);
  }

  /** A digit stands on both sides of a name inside of a date, and after one at its start. */
  private static boolean mayBeDate(String text, int from, int end) {
    int at = end;
    while (at < text.length() && at - end < 3 && " .-/,".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean before =
        Chars.isDigit(Chars.at(text, from - 1)) || Chars.isDigit(Chars.at(text, from - 2));
    boolean spanish = text.startsWith("de ", at) || text.startsWith("del ", at);
    return at > end && (Chars.isDigit(Chars.at(text, at)) || spanish || before);
  }

  private static Map<String, Integer> read() {
    try (InputStream in = ForeignMonths.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + RESOURCE + " is missing; build again");
      }
      Map<String, Integer> months = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> take(line.split(" ", -1), months));
      return Map.copyOf(months);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
    }
  }

  private static void take(String[] words, Map<String, Integer> months) {
    for (int month = 1; month < words.length; month++) {
      for (String name : words[month].split("/", -1)) {
        months.putIfAbsent(name, month);
      }
    }
  }
}
