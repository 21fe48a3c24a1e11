// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of settings as comparable numbers: {@code 30s} is more than {@code 500ms}. */
final class Amounts {
  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,9})?) ?([A-Za-z%]{0,12})");

  /** Times in milliseconds, sizes in bytes; a number of processors {@code 500m} is none of them. */
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("%", 1L),
          Map.entry("ms", 1L),
          Map.entry("s", 1_000L),
          Map.entry("sec", 1_000L),
          Map.entry("seconds", 1_000L),
          Map.entry("min", 60_000L),
          Map.entry("minutes", 60_000L),
          Map.entry("h", 3_600_000L),
          Map.entry("k", 1L << 10),
          Map.entry("kb", 1L << 10),
          Map.entry("ki", 1L << 10),
          Map.entry("mb", 1L << 20),
          Map.entry("mi", 1L << 20),
          Map.entry("g", 1L << 30),
          Map.entry("gb", 1L << 30),
          Map.entry("gi", 1L << 30));

  private Amounts() {}

  /** The number that {@code value} is; empty when it is none. */
  static Optional<BigDecimal> of(String value) {
    Matcher matcher = AMOUNT.matcher(value.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long unit = UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT));
    if (unit == null && !matcher.group(2).equals("m")) {
      return Optional.empty();
    }
    // minutes or thousandths: between two values with the same unit it does not matter
    return Optional.of(
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit == null ? 1 : unit)));
  }
}
