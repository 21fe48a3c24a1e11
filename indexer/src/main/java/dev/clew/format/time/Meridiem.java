// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

/** The halves of the day of 12-hour clocks: {@code AM}, {@code p.m.}, {@code 下午}, {@code ÖS} … */
final class Meridiem {
  private static final int AM = 1;
  private static final int PM = 2;

  private Meridiem() {}

  /** The half of the day that two signs in front of a time of day name; 0 when they name none. */
  static int before(String text, int at) {
    char first = Chars.at(text, at);
    char second = Chars.at(text, at + 1);
    if (first < 128) {
      return 0;
    }
    boolean am = (first == '上' && second == '午') || (first == '午' && second == '前');
    boolean pm = (first == '下' && second == '午') || (first == '午' && second == '後');
    if (first == '오') {
      am = second == '전';
      pm = second == '후';
    }
    return am ? AM : pm ? PM : 0;
  }

  /** True when the hour is one of a 12-hour clock, which is then made one of 24. */
  static boolean take(int half, CivilTime time) {
    if (time.hour > 12) {
      return false;
    }
    time.hour = time.hour % 12 + (half == PM ? 12 : 0);
    return true;
  }

  /**
   * Reads the half of the day after a time of day, if one is there.
   *
   * @return where it ends; {@code at} when there is none
   */
  static int after(String text, int at, CivilTime time) {
    char c = Chars.at(text, at);
    boolean apart = c == ' ' || c == '\u202f' || c == '\u00a0';
    int from = apart ? at + 1 : at;
    char first = Chars.at(text, from);
    if (first == 0 || first == ' ' || first == ']' || Chars.isDigit(first)) {
      return at;
    }
    int half = half(first, Chars.at(text, from + 1));
    int end = from + 2;
    if (half == 0 || Chars.at(text, from + 1) == '.') {
      half = dotted(text, from, first);
      end = from + 4;
    }
    return half == 0 || Chars.isWordPart(Chars.at(text, end)) || !take(half, time) ? at : end;
  }

  /** AM and PM; Turkish ÖÖ and ÖS. */
  private static int half(char first, char second) {
    if (first == 'Ö') {
      return second == 'Ö' ? AM : second == 'S' ? PM : 0;
    }
    if ((second | 32) != 'm') {
      return 0;
    }
    return (first | 32) == 'a' ? AM : (first | 32) == 'p' ? PM : 0;
  }

  /** {@code a.m.} and {@code p.m.}; Greek {@code π.μ.} and {@code μ.μ.}. */
  private static int dotted(String text, int from, char first) {
    if (Chars.at(text, from + 1) != '.' || Chars.at(text, from + 3) != '.') {
      return 0;
    }
    char second = Chars.at(text, from + 2);
    if (second == 'μ') {
      return first == 'π' ? AM : first == 'μ' ? PM : 0;
    }
    return half(first, second);
  }
}
