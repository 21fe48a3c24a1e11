// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Times as people type and read them on the command line. */
public final class TimeText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private TimeText() {}

  /**
   * Reads ISO 8601: with an offset, or without one in {@code zone}; a date alone is its first
   * moment there.
   */
  public static Instant parse(String option, String text, ZoneId zone) {
    String iso = text.strip().replace(' ', 'T');
    return Stream.<Function<String, Instant>>of(
            t -> OffsetDateTime.parse(t).toInstant(),
            t -> LocalDateTime.parse(t).atZone(zone).toInstant(),
            t -> LocalDate.parse(t).atStartOfDay(zone).toInstant())
        .flatMap(reader -> attempt(reader, iso).stream())
        .findFirst()
        .orElseThrow(
            () ->
                Fault.usage(
                    "%s: '%s' is not a time; write it like 2026-03-10T14:12:31Z, or without the Z in the zone of --zone"
                        .formatted(option, Console.safe(text, 60))));
  }

  private static Optional<Instant> attempt(Function<String, Instant> reader, String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException notThisForm) {
      return Optional.empty();
    }
  }

  /** Date and clock time to the millisecond in {@code zone}. */
  public static String print(Instant instant, ZoneId zone) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** The zone of that name, or the fault that names the fix. */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Fault.usage(
          "--zone: '%s' is no time zone; write one like UTC, Europe/London or +02:00"
              .formatted(Console.safe(name, 60)));
    }
  }
}
