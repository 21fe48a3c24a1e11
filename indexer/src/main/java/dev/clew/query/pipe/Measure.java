// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import java.math.BigDecimal;

/**
 * Something to compute over rows.
 *
 * @param percent which percentile, over 0 up to 100; 0 for other functions
 * @param field what it is computed of; empty for {@code count} of rows
 * @param name of its column
 */
public record Measure(Function function, double percent, String field, String name) {

  public Measure {
    if (field.isEmpty() && function != Function.COUNT) {
      throw new IllegalArgumentException(function.spelling() + " needs a field");
    }
    if (function == Function.PERCENTILE ? !(percent > 0 && percent <= 100) : percent != 0) {
      throw new IllegalArgumentException("a percentile is over 0 and at most 100");
    }
  }

  /** Called as it is typed: {@code p95(duration)}. */
  public static Measure of(Function function, double percent, String field) {
    return new Measure(function, percent, field, text(function, percent, field));
  }

  /** The number of rows. */
  public static Measure count() {
    return of(Function.COUNT, 0, "");
  }

  /** True when the column is called as {@link #of} calls it. */
  boolean hasPlainName() {
    return name.equals(text(function, percent, field));
  }

  static String text(Function function, double percent, String field) {
    String spelled =
        function == Function.PERCENTILE
            ? "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString()
            : function.spelling();
    return field.isEmpty() ? spelled : spelled + "(" + field + ")";
  }

  /** What is computed. */
  public enum Function {
    /** How many rows, or how many of them have the field. */
    COUNT("count"),
    /** How many different values. */
    DISTINCT("dc"),
    SUM("sum"),
    AVERAGE("avg"),
    MINIMUM("min"),
    MAXIMUM("max"),
    /** The smallest value that so many percent of the values do not exceed. */
    PERCENTILE("p"),
    /** The value of the earliest event, or of the first row. */
    FIRST("first"),
    /** The value of the latest event, or of the last row. */
    LAST("last"),
    /** The different values, sorted. */
    VALUES("values");

    private final String spelling;

    Function(String spelling) {
      this.spelling = spelling;
    }

    /** As it is printed. */
    public String spelling() {
      return spelling;
    }
  }
}
