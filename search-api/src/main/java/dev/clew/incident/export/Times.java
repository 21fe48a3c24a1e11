// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as the document writes them: UTC with every digit that is known, the business's clock
 * beside.
 */
record Times(ZoneId zone) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** {@code 2026-03-10 14:12:31.204Z (15:12:31 +01:00)}; one clock only where both are UTC. */
  String both(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    if (local.getOffset().equals(ZoneOffset.UTC) && zone.getRules().isFixedOffset()) {
      return utc(time);
    }
    boolean sameDay = local.toLocalDate().equals(time.atZone(ZoneOffset.UTC).toLocalDate());
    String clock = CLOCK.format(local);
    return "%s (%s %s)"
        .formatted(utc(time), sameDay ? clock.substring(11) : clock, local.getOffset().getId());
  }

  static String utc(Instant time) {
    String text = time.toString();
    return text.replace('T', ' ');
  }

  /** In its two largest units: {@code 17 m 34 s}. */
  static String length(@Nullable Duration length) {
    if (length == null) {
      return "not known";
    }
    if (length.isNegative()) {
      return "not in order";
    }
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return length.toMillis() + " ms";
    }
    long days = length.toDays();
    if (days > 0) {
      return "%d d %d h".formatted(days, length.toHoursPart());
    }
    if (length.toHours() > 0) {
      return "%d h %d m".formatted(length.toHours(), length.toMinutesPart());
    }
    return length.toMinutes() > 0
        ? "%d m %d s".formatted(length.toMinutes(), length.toSecondsPart())
        : "%d s".formatted(length.toSeconds());
  }
}
