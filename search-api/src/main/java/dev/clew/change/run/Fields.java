// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a report, which may lack any of them. */
final class Fields {
  private static final int MOST_ELEMENTS = 50;

  /** As Ruby writes a time: {@code 2026-11-22 16:02:35 +0000}. */
  private static final DateTimeFormatter RUBY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSSSSS] Z", Locale.ROOT);

  private Fields() {}

  /** The first of the {@code names} that holds a text, number or truth. */
  static @Nullable String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asString().isBlank()) {
        return value.asString();
      }
    }
    return null;
  }

  static boolean isTrue(JsonNode node, String name) {
    return "true".equals(text(node, name));
  }

  /** A value in words: the elements of a list one after the other; null when there is none. */
  static @Nullable String words(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isValueNode()) {
      return value.asString();
    }
    StringJoiner words = new StringJoiner(value.isArray() ? ", " : "; ");
    int count = 0;
    for (JsonNode element : value) {
      if (count++ == MOST_ELEMENTS) {
        words.add("… (%d more)".formatted(value.size() - MOST_ELEMENTS));
        break;
      }
      words.add(element.isValueNode() ? element.asString() : "…");
    }
    return words.toString();
  }

  /**
   * The time that stands in the first of the {@code names} that has one; without a zone in {@code
   * zone}.
   */
  static Optional<Instant> time(JsonNode node, ZoneId zone, String... names) {
    for (String name : names) {
      String text = text(node, name);
      if (text != null) {
        try {
          return Optional.of(instant(text.strip(), zone));
        } catch (DateTimeException unreadable) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Instant instant(String text, ZoneId zone) {
    if (text.endsWith("UTC")) {
      return LocalDateTime.parse(text.substring(0, text.length() - 3).strip().replace(' ', 'T'))
          .toInstant(ZoneOffset.UTC);
    }
    if (text.indexOf(' ') > 0) {
      return OffsetDateTime.parse(text, RUBY).toInstant();
    }
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }
}
