// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.time;

import dev.clew.query.Quantity;
import dev.clew.query.QueryText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in a text: where it stands and what it means.
 *
 * <pre>
 * last 15m    14:00-14:30 [zone]    around 14:12:31 +-5m [zone]
 * today | yesterday [9-17] [zone]   since deploy [service]
 * </pre>
 */
record TimePhrase(int start, int end, When when) {
  private static final int LONGEST = 5;
  private static final int MOST_DIGITS = 6;
  private static final Map<String, Integer> DAYS = Map.of("today", 0, "yesterday", 1);

  /** A run of characters between blanks. */
  private record Word(String text, int start, int end) {}

  /** The words of a phrase, taken one after the other. */
  private static final class Words {
    private final List<Word> words;
    private int at;

    Words(List<Word> words) {
      this.words = words;
    }

    String take() {
      return at < words.size() ? words.get(at++).text().toLowerCase(Locale.ROOT) : "";
    }

    /** The zone that the next word names, if it does. */
    @Nullable ZoneId zone() {
      String name = at < words.size() ? words.get(at).text() : "";
      boolean named = name.indexOf('/') > 0 || name.equals("UTC") || name.equals("Z");
      try {
        ZoneId zone = named ? ZoneId.of(name) : null;
        at += zone == null ? 0 : 1;
        return zone;
      } catch (DateTimeException unknown) {
        return null;
      }
    }

    boolean done() {
      return at == words.size();
    }
  }

  /** The one at the start or the end of what stands before the first bar. */
  static Optional<TimePhrase> in(String text) {
    int bar = text.indexOf('|');
    List<Word> words = words(text, bar < 0 ? text.length() : bar);
    for (int length = Math.min(LONGEST, words.size()); length > 0; length--) {
      Optional<TimePhrase> first = read(words.subList(0, length));
      Optional<TimePhrase> found =
          first.isPresent() ? first : read(words.subList(words.size() - length, words.size()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Word> words(String text, int end) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= end; i++) {
      boolean space = i == end || QueryText.isSpace(text.charAt(i));
      if (space && start >= 0) {
        words.add(new Word(text.substring(start, i), start, i));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static Optional<TimePhrase> read(List<Word> words) {
    Words rest = new Words(words);
    When when = when(rest);
    return when == null || !rest.done()
        ? Optional.empty()
        : Optional.of(new TimePhrase(words.getFirst().start(), words.getLast().end(), when));
  }

  private static @Nullable When when(Words words) {
    String word = words.take();
    return switch (word) {
      case "last" -> {
        Duration length = length(words.take());
        yield length == null ? null : new When.Last(length);
      }
      case "around" -> {
        LocalTime time = clock(words.take(), true);
        Duration margin = margin(words.take());
        yield time == null || margin == null ? null : new When.Around(time, margin, words.zone());
      }
      case "since" -> words.take().equals("deploy") ? new When.SinceDeploy(words.take()) : null;
      case "today", "yesterday" -> day(DAYS.get(word), words);
      default -> {
        LocalTime[] ends = ends(word, true);
        yield ends == null
            ? null
            : new When.Between(ends[0], ends[1], When.Between.LATEST, words.zone());
      }
    };
  }

  private static @Nullable When day(int back, Words words) {
    ZoneId zone = words.zone();
    LocalTime[] ends = {LocalTime.MIDNIGHT, LocalTime.MIDNIGHT};
    if (zone == null && !words.done()) {
      LocalTime[] typed = ends(words.take(), false);
      if (typed == null) {
        return null;
      }
      ends = typed;
      zone = words.zone();
    }
    return new When.Between(ends[0], ends[1], back, zone);
  }

  private static LocalTime @Nullable [] ends(String word, boolean exact) {
    int dash = word.indexOf('-');
    LocalTime from = dash < 0 ? null : clock(word.substring(0, dash), exact);
    LocalTime to = dash < 0 ? null : clock(word.substring(dash + 1), exact);
    return from == null || to == null ? null : new LocalTime[] {from, to};
  }

  /** {@code 14:00}, {@code 14:12:31}; {@code 9} too unless {@code exact}. */
  private static @Nullable LocalTime clock(String text, boolean exact) {
    boolean hour =
        !exact
            && !text.isEmpty()
            && text.length() <= 2
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    String full = hour ? text + ":00" : text;
    try {
      return LocalTime.parse(full.indexOf(':') == 1 ? "0" + full : full);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable Duration margin(String text) {
    String plain = text.startsWith("+-") ? text.substring(2) : text.replaceFirst("^±", "");
    return plain.equals(text) ? null : length(plain);
  }

  private static @Nullable Duration length(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits == 0 || digits > MOST_DIGITS
        ? null
        : Quantity.of(text)
            .filter(quantity -> quantity.dimension() == Quantity.Dimension.TIME)
            .map(quantity -> Duration.ofNanos(quantity.value().longValue()))
            .filter(Duration::isPositive)
            .orElse(null);
  }
}
