// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A number with a unit, in the base unit of its dimension.
 *
 * <p>Numbers of different dimensions do not compare; a number without a unit compares with plain
 * numbers and with sizes, where it counts bytes. A duration without a unit is not guessed.
 *
 * @param value nanoseconds, bytes, percent or just a number
 */
public record Quantity(BigDecimal value, Dimension dimension) {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_EXPONENT_DIGITS = 3;
  private static final Map<String, Quantity> UNITS =
      Map.ofEntries(
          Map.entry("", unit(1, Dimension.NUMBER)),
          Map.entry("%", unit(1, Dimension.PERCENT)),
          Map.entry("ns", unit(1, Dimension.TIME)),
          Map.entry("us", unit(1_000, Dimension.TIME)),
          Map.entry("µs", unit(1_000, Dimension.TIME)),
          Map.entry("μs", unit(1_000, Dimension.TIME)),
          Map.entry("ms", unit(1_000_000, Dimension.TIME)),
          Map.entry("s", unit(1_000_000_000L, Dimension.TIME)),
          Map.entry("sec", unit(1_000_000_000L, Dimension.TIME)),
          Map.entry("m", unit(60_000_000_000L, Dimension.TIME)),
          Map.entry("min", unit(60_000_000_000L, Dimension.TIME)),
          Map.entry("h", unit(3_600_000_000_000L, Dimension.TIME)),
          Map.entry("d", unit(86_400_000_000_000L, Dimension.TIME)),
          Map.entry("b", unit(1, Dimension.SIZE)),
          Map.entry("kb", unit(1_000, Dimension.SIZE)),
          Map.entry("mb", unit(1_000_000, Dimension.SIZE)),
          Map.entry("gb", unit(1_000_000_000L, Dimension.SIZE)),
          Map.entry("tb", unit(1_000_000_000_000L, Dimension.SIZE)),
          Map.entry("kib", unit(1L << 10, Dimension.SIZE)),
          Map.entry("mib", unit(1L << 20, Dimension.SIZE)),
          Map.entry("gib", unit(1L << 30, Dimension.SIZE)),
          Map.entry("tib", unit(1L << 40, Dimension.SIZE)));

  /** What is counted. */
  public enum Dimension {
    NUMBER,
    TIME,
    SIZE,
    PERCENT
  }

  /** Reads {@code 42}, {@code -1.5e3}, {@code 2s}, {@code 10 MB}, {@code 99.9%}. */
  public static Optional<Quantity> of(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int end = numberEnd(trimmed);
    Quantity unit = end == 0 ? null : UNITS.get(Words.fold(trimmed.substring(end).strip()));
    return unit == null
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                new BigDecimal(trimmed.substring(0, end)).multiply(unit.value), unit.dimension));
  }

  /** So many nanoseconds, bytes, percent or things; empty for what is no finite number. */
  public static Optional<Quantity> of(double value, Dimension dimension) {
    return Double.isFinite(value)
        ? Optional.of(new Quantity(BigDecimal.valueOf(value), dimension))
        : Optional.empty();
  }

  /** Less than, equal to or more than {@code other}; empty where the two do not compare. */
  public Optional<Integer> compareWith(Quantity other) {
    boolean comparable =
        dimension == other.dimension
            || (dimension == Dimension.NUMBER && other.dimension == Dimension.SIZE)
            || (dimension == Dimension.SIZE && other.dimension == Dimension.NUMBER);
    return comparable ? Optional.of(value.compareTo(other.value)) : Optional.empty();
  }

  /** Where the number at the start of {@code text} ends; 0 when there is none. */
  private static int numberEnd(String text) {
    int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    int whole = digits(text, at);
    int end = whole;
    if (end > at && end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      end = fraction > end + 1 ? fraction : end;
    }
    if (end == at) {
      return 0;
    }
    return exponentEnd(text, end);
  }

  private static int exponentEnd(String text, int end) {
    if (end >= text.length() || (text.charAt(end) | 0x20) != 'e') {
      return end;
    }
    int start = end + 1;
    if (start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
      start++;
    }
    int after = digits(text, start);
    return after > start && after - start <= MAX_EXPONENT_DIGITS ? after : end;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static Quantity unit(long size, Dimension dimension) {
    return new Quantity(BigDecimal.valueOf(size), dimension);
  }
}
