// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A length of time as people type it: {@code 1m}, {@code 30s}, {@code 2h}, {@code 1d}.
 *
 * @param nanos at least 0; 0 stands for a length that suits the range
 */
public record Span(long nanos) {
  /** As long as suits the range that is asked for. */
  public static final Span AUTOMATIC = new Span(0);

  private static final int MOST_DIGITS = 9;
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", 1_000_000_000L),
          Map.entry("sec", 1_000_000_000L),
          Map.entry("second", 1_000_000_000L),
          Map.entry("seconds", 1_000_000_000L),
          Map.entry("m", 60_000_000_000L),
          Map.entry("min", 60_000_000_000L),
          Map.entry("minute", 60_000_000_000L),
          Map.entry("minutes", 60_000_000_000L),
          Map.entry("h", 3_600_000_000_000L),
          Map.entry("hr", 3_600_000_000_000L),
          Map.entry("hour", 3_600_000_000_000L),
          Map.entry("hours", 3_600_000_000_000L),
          Map.entry("d", 86_400_000_000_000L),
          Map.entry("day", 86_400_000_000_000L),
          Map.entry("days", 86_400_000_000_000L),
          Map.entry("w", 604_800_000_000_000L),
          Map.entry("week", 604_800_000_000_000L),
          Map.entry("weeks", 604_800_000_000_000L));
  private static final String[] PRINTED = {"w", "d", "h", "m", "s", "ms", "us", "ns"};

  public Span {
    if (nanos < 0) {
      throw new IllegalArgumentException("a length of time is not negative: " + nanos);
    }
  }

  /** The length that {@code text} says; empty when it is none, zero, or over 290 years. */
  public static Optional<Span> of(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Long unit = UNITS.get(text.substring(digits).toLowerCase(Locale.ROOT));
    if (digits == 0 || digits > MOST_DIGITS || unit == null) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, digits));
    return number == 0 || number > Long.MAX_VALUE / unit
        ? Optional.empty()
        : Optional.of(new Span(number * unit));
  }

  /** True when the range decides. */
  public boolean isAutomatic() {
    return nanos == 0;
  }

  /** In the largest unit of which it is a multiple: {@code 90s}, {@code 1h}. */
  @Override
  public String toString() {
    for (String unit : PRINTED) {
      long size = UNITS.get(unit);
      if (nanos % size == 0 && nanos / size < 1_000_000_000L) {
        return nanos / size + unit;
      }
    }
    return nanos + "ns";
  }
}
