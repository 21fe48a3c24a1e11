// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import dev.clew.event.TimeQuality.Doubt;

/**
 * Reads the zone after a time of day: {@code Z}, {@code +02:00}, {@code -0700}, {@code CEST},
 * {@code UTC-3}, {@code Europe/Berlin} …
 */
final class Zones {
  private static final int MAX_HOURS = 18;

  private Zones() {}

  /** Where the zone at {@code at} ends; {@code at} when there is none. */
  static int read(String text, int at, CivilTime time) {
    char c = Chars.at(text, at);
    if ((c == 'Z' || c == 'z') && !Chars.isWordPart(Chars.at(text, at + 1))) {
      time.offset = 0;
      return at + 1;
    }
    boolean apart = c == ' ';
    int p = apart ? at + 1 : at;
    c = Chars.at(text, p);
    if (isSign(c)) {
      int end = offset(text, p, time, apart);
      return end > 0 ? again(text, end, time) : at;
    }
    if (Chars.isLetter(c)) {
      int end = word(text, p, time);
      return end > p ? end : at;
    }
    if ((c == '(' || c == '[') && Chars.isLetter(Chars.at(text, p + 1))) {
      int end = word(text, p + 1, time);
      boolean closed = Chars.at(text, end) == (c == '(' ? ')' : ']');
      if (end > p + 1 && closed) {
        return end + 1;
      }
      time.clearZone();
    }
    return at;
  }

  /** A word, maybe with an offset of its own: {@code GMT+2}; or a name of the zone database. */
  private static int word(String text, int at, CivilTime time) {
    int end = ZoneWords.read(text, at, time);
    if (end > at && time.offset == 0 && isSign(Chars.at(text, end))) {
      int stop = hours(text, end, time);
      if (stop < 0 && Chars.isDigit(Chars.at(text, end + 1))) {
        time.clearZone();
        time.doubt(Doubt.ZONE_WORD);
        return Chars.digitsEnd(text, end + 1, 5);
      }
      return stop < 0 ? end : stop;
    }
    return end > at ? end : ZoneNames.read(text, at, time);
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-' || c == '\u2212';
  }

  /** {@code +2} to {@code -10:30} after {@code UTC}. */
  private static int hours(String text, int sign, CivilTime time) {
    int end = offset(text, sign, time, false);
    if (end > 0) {
      return end;
    }
    int digits = Chars.digitsEnd(text, sign + 1, 3) - sign - 1;
    end = sign + 1 + digits;
    int hours = (int) Chars.number(text, sign + 1, end);
    int minutes = 0;
    if (digits == 1 && Chars.at(text, end) == ':') {
      int minutesEnd = Chars.digitsEnd(text, end + 1, 3);
      if (minutesEnd - end == 3) {
        minutes = (int) Chars.number(text, end + 1, minutesEnd);
        end = minutesEnd;
      }
    }
    return digits == 1 && set(text, sign, hours, minutes, 0, end, time) ? end : -1;
  }

  /** {@code +hh:mm[:ss]}, {@code +hhmm}, {@code +hh}, and IBM's {@code +mmm} in minutes. */
  private static int offset(String text, int sign, CivilTime time, boolean apart) {
    int digits = Chars.digitsEnd(text, sign + 1, 5) - sign - 1;
    int end = sign + 1 + digits;
    int hours = (int) Chars.number(text, sign + 1, sign + 1 + Math.min(2, digits));
    int minutes = 0;
    int seconds = 0;
    if (digits == 4) {
      minutes = (int) Chars.number(text, sign + 3, sign + 5);
    } else if (digits == 2 && Chars.at(text, end) == ':') {
      minutes = pair(text, end);
      end += 3;
      if (Chars.at(text, end) == ':' && pair(text, end) >= 0) {
        seconds = pair(text, end);
        end += 3;
      }
    } else if (digits == 3 && !apart) {
      int total = (int) Chars.number(text, sign + 1, end);
      hours = total / 60;
      minutes = total % 60;
    } else if (digits != 2 || apart) {
      return -1;
    }
    return set(text, sign, hours, minutes, seconds, end, time) ? end : -1;
  }

  /** Two digits after a colon; -1 when there are not exactly two. */
  private static int pair(String text, int colon) {
    int end = Chars.digitsEnd(text, colon + 1, 3);
    return end - colon == 3 ? (int) Chars.number(text, colon + 1, end) : -1;
  }

  private static boolean set(
      String text, int sign, int hours, int minutes, int seconds, int end, CivilTime time) {
    if (hours > MAX_HOURS
        || minutes < 0
        || minutes > 59
        || seconds > 59
        || Chars.isWordPart(Chars.at(text, end))) {
      return false;
    }
    int total = hours * 3600 + minutes * 60 + seconds;
    time.offset = text.charAt(sign) == '+' ? total : -total;
    return true;
  }

  /** Some loggers write the zone twice: {@code +0200 CEST}, {@code +02:00[Europe/Berlin]}. */
  private static int again(String text, int at, CivilTime time) {
    char c = Chars.at(text, at);
    char next = Chars.at(text, at + 1);
    if ((c != ' ' && c != '[') || !Chars.isLetter(next)) {
      return at;
    }
    int offset = time.offset;
    boolean doubted = time.doubts.contains(Doubt.ZONE_WORD);
    int end = word(text, at + 1, time);
    time.clearZone();
    time.offset = offset;
    if (!doubted) {
      time.doubts.remove(Doubt.ZONE_WORD);
    }
    if (c == '[') {
      return end > at + 1 && Chars.at(text, end) == ']' ? end + 1 : at;
    }
    return end > at + 1 ? end : at;
  }
}
