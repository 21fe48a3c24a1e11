// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import dev.clew.event.Severity;
import java.util.Locale;
import java.util.Optional;

/** Which of two values of a field is more. */
public final class Comparing {
  private Comparing() {}

  /** How a value must compare. */
  public enum Operator {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As people type it. */
    public String sign() {
      return sign;
    }

    /** True when a comparison that came out so is one of this kind. */
    public boolean accepts(int comparison) {
      return switch (this) {
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case MORE -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }

  /** True when {@code value} compares with {@code bound} as {@code operator} says. */
  public static boolean holds(String field, String value, Operator operator, String bound) {
    return compare(field, value, bound).map(operator::accepts).orElse(false);
  }

  /** The name of the level that {@code word} means, else the word itself. */
  static String levelName(String word) {
    return Severity.ofWord(word).map(level -> level.name().toLowerCase(Locale.ROOT)).orElse(word);
  }

  /** Below 0, 0 or above 0; empty where the two do not compare. */
  private static Optional<Integer> compare(String field, String value, String bound) {
    if (FieldKind.of(field) == FieldKind.LEVEL) {
      return Severity.ofWord(bound)
          .flatMap(rank -> Severity.ofWord(value).map(level -> level.compareTo(rank)));
    }
    Optional<Quantity> number = Quantity.of(value);
    Optional<Quantity> limit = Quantity.of(bound);
    boolean version = field.equals("version") || field.equals("service.version");
    if (number.isPresent() && limit.isPresent() && !version) {
      return number.get().compareWith(limit.get());
    }
    return number.isPresent() == limit.isPresent() || version
        ? Optional.of(natural(Words.fold(value), Words.fold(bound)))
        : Optional.empty();
  }

  /** Runs of digits by their number, everything else by character. */
  public static int natural(String left, String right) {
    int l = 0;
    int r = 0;
    while (l < left.length() && r < right.length()) {
      int leftEnd = digitsEnd(left, l);
      int rightEnd = digitsEnd(right, r);
      int order;
      if (leftEnd > l && rightEnd > r) {
        order = byNumber(left.substring(l, leftEnd), right.substring(r, rightEnd));
        l = leftEnd;
        r = rightEnd;
      } else {
        order = Character.compare(left.charAt(l++), right.charAt(r++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length() - l, right.length() - r);
  }

  private static int byNumber(String left, String right) {
    String l = left.replaceFirst("^0++(?=.)", "");
    String r = right.replaceFirst("^0++(?=.)", "");
    return l.length() != r.length() ? Integer.compare(l.length(), r.length()) : l.compareTo(r);
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
