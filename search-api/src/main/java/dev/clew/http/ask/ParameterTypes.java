// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.http.ask.ParameterType.BadValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of values that parameters take. */
final class ParameterTypes {
  private ParameterTypes() {}

  /** Any text up to a length in UTF-16 code units. */
  record Text(int longest) implements ParameterType<String> {
    @Override
    public String read(String text) throws BadValue {
      if (text.length() > longest) {
        throw new BadValue(
            "has %,d characters".formatted(text.length()), "give at most %,d".formatted(longest));
      }
      return text;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "maxLength", longest);
    }
  }

  /** A whole number, both bounds included. */
  record Whole(int least, int most) implements ParameterType<Integer> {
    @Override
    public Integer read(String text) throws BadValue {
      String fix = "give a whole number from %d to %d".formatted(least, most);
      int value;
      try {
        value = Integer.parseInt(text);
      } catch (NumberFormatException notWhole) {
        throw new BadValue("is not such a number", fix);
      }
      if (value < least || value > most) {
        throw new BadValue("is out of range", fix);
      }
      return value;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
  }

  /** A few time zones, by commas. */
  record Zones() implements ParameterType<List<ZoneId>> {
    private static final int MOST = 6;
    private static final int LONGEST = 200;

    @Override
    public List<ZoneId> read(String text) throws BadValue {
      String fix = "give up to %d zones like UTC,Europe/London,+02:00".formatted(MOST);
      String[] names = text.length() > LONGEST ? new String[0] : text.split(",", -1);
      if (names.length == 0 || names.length > MOST) {
        throw new BadValue("has too many zones", fix);
      }
      List<ZoneId> zones = new ArrayList<>();
      for (String name : names) {
        try {
          // a plus sign of an address is a blank by now
          zones.add(ZoneId.of(name.replace(' ', '+')));
        } catch (DateTimeException unknown) {
          throw new BadValue("holds a zone that is not known", fix);
        }
      }
      return zones;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "maxLength", LONGEST);
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements ParameterType<String> {
    @Override
    public String read(String text) throws BadValue {
      if (!words.contains(text)) {
        throw new BadValue("is not a choice", "give one of " + String.join(", ", words));
      }
      return text;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "enum", words);
    }
  }

  /**
   * A moment in ISO 8601, of the years 1700 to 2199, which nanoseconds in 64 bits can hold. One
   * without a zone, or a date alone, is read in {@code zone}.
   */
  record Moment(ZoneId zone) implements ParameterType<Instant> {
    private static final Instant FIRST = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 64;

    @Override
    public Instant read(String text) throws BadValue {
      Instant moment = instant(text);
      if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
        throw new BadValue("is out of range", "give a time from 1700 to 2199");
      }
      return moment;
    }

    private Instant instant(String text) throws BadValue {
      try {
        if (text.length() <= LONGEST) {
          return switch (form(text)) {
            case DATE -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
            case LOCAL -> LocalDateTime.parse(text).atZone(zone).toInstant();
            case OFFSET -> OffsetDateTime.parse(text).toInstant();
          };
        }
      } catch (DateTimeException notATime) {
        // told below, in words that help more than the parser's
      }
      throw new BadValue(
          "is not a time in ISO 8601",
          text.indexOf(' ') < 0
              ? "write it like 2026-11-21T14:05:00Z"
              : "write it like 2026-11-21T14:05:00Z; a plus sign in an address is written %2B");
    }

    private enum Form {
      DATE,
      LOCAL,
      OFFSET
    }

    private static Form form(String text) {
      int clock = Math.max(text.indexOf('T'), text.indexOf('t'));
      if (clock < 0) {
        return Form.DATE;
      }
      boolean zoned =
          text.indexOf('Z', clock) > 0
              || text.indexOf('z', clock) > 0
              || text.indexOf('+', clock) > 0
              || text.indexOf('-', clock) > 0;
      return zoned ? Form.OFFSET : Form.LOCAL;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "format", "date-time");
    }
  }
}
