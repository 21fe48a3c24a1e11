// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.request;

import dev.clew.correlate.request.Mention.Kind;
import dev.clew.event.LogEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an event the values that may stand for something.
 *
 * <p>A value is a run of letters, digits, {@code -} and {@code _} that holds a digit. Left out are
 * runs that are a part of something longer (an address, a time, a version, a path), numbers of less
 * than four digits, and numbers with a unit ({@code 12ms}).
 */
public final class Mentions {
  /** Of longer messages only the start is looked at. */
  private static final int LONGEST_TEXT = 4_096;

  private static final int LONGEST_VALUE = 64;
  private static final int SHORTEST_VALUE = 4;
  private static final int LONGEST_UNIT = 3;

  /** What counts or measures, or names a process: equal values say nothing. */
  private static final Set<String> AMOUNTS =
      Set.of(
          "bytes",
          "count",
          "duration",
          "duration_ms",
          "elapsed",
          "length",
          "line",
          "lines",
          "pid",
          "port",
          "rt",
          "size",
          "status",
          "tid",
          "took",
          "urt");

  /** Most values of one event. */
  private static final int MOST = 32;

  private Mentions() {}

  /** The values of {@code event}, the same value once. */
  public static List<Mention> of(LogEvent event) {
    Map<String, Mention> found = new LinkedHashMap<>();
    add(found, "trace", event.traceId());
    event.attributes().forEach((name, value) -> add(found, name, value));
    String body = event.body();
    scan(body.length() <= LONGEST_TEXT ? body : body.substring(0, LONGEST_TEXT), found);
    return List.copyOf(found.values());
  }

  /** {@code value} under a name of a field; empty when it stands for nothing. */
  public static Optional<Mention> of(String name, String value) {
    return isRun(value)
        ? kind(value).map(kind -> new Mention(name, value, kind))
        : Optional.empty();
  }

  private static void add(Map<String, Mention> found, String name, @Nullable String value) {
    if (value != null && found.size() < MOST && isRun(value)) {
      kind(value)
          .filter(kind -> kind == Kind.TOKEN || !AMOUNTS.contains(name.toLowerCase(Locale.ROOT)))
          .ifPresent(kind -> found.putIfAbsent(value, new Mention(name, value, kind)));
    }
  }

  private static void scan(String text, Map<String, Mention> found) {
    int at = 0;
    while (at < text.length() && found.size() < MOST) {
      if (!isPart(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      if (end - at <= LONGEST_VALUE && standsAlone(text, at, end)) {
        String value = text.substring(at, end);
        int start = at;
        kind(value)
            .flatMap(kind -> name(text, start, value, kind).map(n -> new Mention(n, value, kind)))
            .ifPresent(mention -> found.putIfAbsent(value, mention));
      }
      at = end;
    }
  }

  /** False for a part of an address, a time, a path or a decimal number. */
  private static boolean standsAlone(String text, int start, int end) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end == text.length() ? ' ' : text.charAt(end);
    char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
    boolean goesOn = ".:/@%".indexOf(after) >= 0 && isPart(next);
    boolean begun =
        "./@$%".indexOf(before) >= 0
            || (before == ':' && start > 1 && Character.isDigit(text.charAt(start - 2)));
    return !goesOn && !begun;
  }

  /** What a value is called in a message; empty for a number that nothing names. */
  private static Optional<String> name(String text, int start, String value, Kind kind) {
    if (kind == Kind.TOKEN) {
      String prefix = prefix(value);
      if (!prefix.isEmpty()) {
        return Optional.of(prefix + "*");
      }
    }
    int end = start;
    while (end > 0 && " =:#\"'[(<".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && (isPart(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, end);
    boolean named = end < start && word.length() > 1 && word.chars().allMatch(Mentions::isName);
    boolean amount = kind == Kind.NUMBER && AMOUNTS.contains(word.toLowerCase(Locale.ROOT));
    if (named && !amount) {
      return Optional.of(word);
    }
    return kind == Kind.TOKEN ? Optional.of("*") : Optional.empty();
  }

  private static boolean isName(int c) {
    return Character.isLetter(c) || c == '_' || c == '-' || c == '.';
  }

  /** {@code A-} of {@code A-769FDB48}; empty when the value does not begin so. */
  private static String prefix(String value) {
    int at = 0;
    while (at < value.length() && Character.isLetter(value.charAt(at))) {
      at++;
    }
    boolean marked = at > 0 && at < value.length() && "-_".indexOf(value.charAt(at)) >= 0;
    return marked && !isUuid(value) ? value.substring(0, at + 1) : "";
  }

  private static boolean isUuid(String value) {
    return value.length() == 36 && value.charAt(8) == '-' && value.charAt(23) == '-';
  }

  /** Empty for what stands for nothing. */
  private static Optional<Kind> kind(String value) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    if (value.length() < SHORTEST_VALUE || digits == 0) {
      return Optional.empty();
    }
    if (letters == 0) {
      return digits == value.length() ? Optional.of(Kind.NUMBER) : Optional.empty();
    }
    boolean measured = letters <= LONGEST_UNIT && isMeasure(value, letters);
    return measured ? Optional.empty() : Optional.of(Kind.TOKEN);
  }

  /** Digits first, then the letters of a unit. */
  private static boolean isMeasure(String value, int letters) {
    int unit = value.length() - letters;
    return value.substring(0, unit).chars().allMatch(Character::isDigit)
        && value.substring(unit).chars().allMatch(Character::isLetter);
  }

  private static boolean isRun(String value) {
    return value.length() <= LONGEST_VALUE && value.chars().allMatch(c -> isPart((char) c));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
