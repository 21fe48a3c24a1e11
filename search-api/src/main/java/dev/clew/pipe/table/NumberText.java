// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import dev.clew.query.Quantity.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: at most six digits after the point, durations in a fitting unit. */
final class NumberText {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final int DECIMALS = 6;
  private static final double WHOLE = 1L << 53;
  private static final String[] UNITS = {"h", "m", "s", "ms", "us"};
  private static final double[] SIZES = {3.6e12, 6e10, 1e9, 1e6, 1e3};
  private static final int HOUR_AND_MINUTE = 2;

  private NumberText() {}

  static String print(double value, Dimension dimension) {
    return switch (dimension) {
      case NUMBER -> plain(value);
      case TIME -> duration(value);
      case SIZE -> plain(value) + "B";
      case PERCENT -> plain(value) + "%";
    };
  }

  /** In seconds or less; in minutes and hours only where these are whole. */
  private static String duration(double nanos) {
    for (int i = 0; i < UNITS.length; i++) {
      double size = SIZES[i];
      boolean fits = i < HOUR_AND_MINUTE ? nanos % size == 0 : Math.abs(nanos) >= size;
      if (nanos != 0 && fits) {
        return plain(nanos / size) + UNITS[i];
      }
    }
    return plain(nanos) + (nanos == 0 ? "s" : "ns");
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value).round(DIGITS);
    BigDecimal shown =
        Math.abs(value) >= 1 ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
    String text = shown.stripTrailingZeros().toPlainString();
    return text.length() <= 24 ? text : shown.stripTrailingZeros().toString();
  }
}
