// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.query.Glob;
import dev.clew.query.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a word stands in a written time, told from the time alone. The words of a layout are runs
 * of parts and letters, most of fixed length: a word can be only some of them, and those only at
 * certain times. One thread.
 */
public final class TimeWord {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final TimeLayout layout;
  private final String glob;

  /** Where in the written time such words may stand; null when only a look at all of it tells. */
  private final @Nullable List<Place> places;

  private final char[] written = TimeLayout.scratch();

  /** Nanoseconds for which the answer stays the same. */
  private final long unit;

  /** What of the time a fraction alone has to be; null when other parts count. */
  private final @Nullable Fraction fraction;

  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private boolean answer;

  /** Characters of the written time, and how long they stay the same. */
  private record Place(int from, int to, long unit, boolean isFraction) {}

  /** The digits right after the second, as they are written. */
  private record Fraction(long unit, long value) {
    boolean stands(long epochNanos) {
      return Math.floorMod(epochNanos, SECOND) / unit == value;
    }
  }

  private TimeWord(TimeLayout layout, String glob, @Nullable List<Place> places) {
    this.layout = layout;
    this.glob = glob;
    this.places = places;
    long least = places == null ? unit(layout.pattern(), 0, layout.pattern().length()) : 24 * HOUR;
    for (Place place : places == null ? List.<Place>of() : places) {
      least = Math.min(least, place.unit());
    }
    this.unit = least;
    this.fraction =
        places != null && places.size() == 1 && places.get(0).isFraction()
            ? new Fraction(least, Long.parseLong(glob))
            : null;
  }

  /** The test for a folded word or glob; null when no time written like this holds it. */
  static @Nullable TimeWord of(TimeLayout layout, String glob) {
    if (!layout.mayHold(glob)) {
      return null;
    }
    boolean fixed = layout.pattern().indexOf(TimeLayout.PADDED_DAY) < 0;
    if (!fixed || Glob.literalStart(glob).length() < glob.length()) {
      return new TimeWord(layout, glob, null);
    }
    List<Place> places = places(layout.pattern(), glob);
    if (places == null) {
      return new TimeWord(layout, glob, null);
    }
    return places.isEmpty() ? null : new TimeWord(layout, glob, places);
  }

  /** True when an event of that time has the word in its written time. */
  public boolean stands(long epochNanos) {
    Fraction digits = fraction;
    if (digits != null) {
      return digits.stands(epochNanos);
    }
    if (epochNanos < from || epochNanos >= to) {
      answer = isWritten(epochNanos);
      long ahead = Math.floorMod(layout.offsetSeconds() * SECOND, unit);
      from = epochNanos - Math.floorMod(Math.floorMod(epochNanos, unit) + ahead, unit);
      to = from + unit;
    }
    return answer;
  }

  private boolean isWritten(long epochNanos) {
    int length = layout.write(epochNanos, written);
    if (places == null) {
      return length >= 0 && anyWord(new String(written, 0, length));
    }
    for (Place place : places) {
      if (place.to() <= length && standsAt(place)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAt(Place place) {
    for (int i = place.from(); i < place.to(); i++) {
      char c = written[i];
      char folded = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (folded != glob.charAt(i - place.from())) {
        return false;
      }
    }
    return true;
  }

  private boolean anyWord(String text) {
    for (String word : Words.of(text)) {
      if (Glob.matches(glob, word)) {
        return true;
      }
    }
    return false;
  }

  /** Where words of that length and kind stand; null when words are not cut as ASCII is. */
  private static @Nullable List<Place> places(String pattern, String word) {
    List<Place> places = new ArrayList<>();
    int at = 0;
    int i = 0;
    while (i < pattern.length()) {
      int end = i;
      int length = 0;
      while (end < pattern.length() && isPart(pattern.charAt(end))) {
        length += length(pattern.charAt(end));
        end++;
      }
      if (end == i) {
        if (pattern.charAt(i) >= 128) {
          return null;
        }
        at++;
        i++;
        continue;
      }
      if (length == word.length() && fits(pattern, i, word)) {
        places.add(place(pattern, i, end, at, length));
      }
      at += length;
      i = end;
    }
    return places;
  }

  private static Place place(String pattern, int from, int to, int at, int length) {
    boolean fraction = from > 0;
    for (int i = from; i < to; i++) {
      fraction &= pattern.charAt(i) == TimeLayout.FRACTION;
    }
    return new Place(at, at + length, unit(pattern, from, to), fraction);
  }

  private static boolean fits(String pattern, int from, String word) {
    int code = from;
    int left = length(pattern.charAt(code));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (left == 0) {
        left = length(pattern.charAt(++code));
      }
      left--;
      char part = pattern.charAt(code);
      boolean digit = c >= '0' && c <= '9';
      boolean good =
          part == TimeLayout.MONTH_NAME
              ? c >= 'a' && c <= 'z'
              : part < ' ' ? digit : Character.toLowerCase(part) == c;
      if (!good) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(char c) {
    return c < ' ' || (c < 128 && Words.isPart(c));
  }

  private static int length(char part) {
    return switch (part) {
      case TimeLayout.YEAR -> 4;
      case TimeLayout.MONTH_NAME -> 3;
      case TimeLayout.EPOCH_SECONDS -> 10;
      case TimeLayout.MONTH,
          TimeLayout.DAY,
          TimeLayout.HOUR,
          TimeLayout.MINUTE,
          TimeLayout.SECOND ->
          2;
      default -> 1;
    };
  }

  /** The finest part of a pattern: days are the coarsest told apart. */
  private static long unit(String pattern, int from, int to) {
    long unit = 24 * HOUR;
    long fraction = SECOND;
    for (int i = from; i < to; i++) {
      switch (pattern.charAt(i)) {
        case TimeLayout.HOUR -> unit = Math.min(unit, HOUR);
        case TimeLayout.MINUTE -> unit = Math.min(unit, MINUTE);
        case TimeLayout.SECOND, TimeLayout.EPOCH_SECONDS -> unit = Math.min(unit, SECOND);
        case TimeLayout.FRACTION -> fraction /= 10;
        default -> {}
      }
    }
    return fraction < SECOND ? Math.min(unit, fraction) : unit;
  }
}
