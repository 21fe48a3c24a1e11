// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions by their numbers; what follows them ({@code -rc1}) is before the version itself. */
final class Versions {
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18}){0,5}");

  private Versions() {}

  /** Below 0 when {@code one} is the older; 0 also when either is none. */
  static int compare(String one, String other) {
    Matcher first = NUMBERS.matcher(one);
    Matcher second = NUMBERS.matcher(other);
    if (!first.find() || !second.find()) {
      return 0;
    }
    List<BigInteger> left = parts(first.group());
    List<BigInteger> right = parts(second.group());
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int order = part(left, i).compareTo(part(right, i));
      if (order != 0) {
        return order;
      }
    }
    boolean early = isEarly(one, first.end());
    return early == isEarly(other, second.end()) ? 0 : early ? -1 : 1;
  }

  private static boolean isEarly(String version, int end) {
    return end < version.length() && version.charAt(end) == '-';
  }

  private static List<BigInteger> parts(String numbers) {
    List<BigInteger> parts = new ArrayList<>();
    for (String part : numbers.split("\\.", -1)) {
      parts.add(new BigInteger(part));
    }
    return parts;
  }

  private static BigInteger part(List<BigInteger> parts, int i) {
    return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
  }
}
