// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a report, which may lack any of them. */
public final class Fields {
  private static final int MOST_ELEMENTS = 50;

  /** An offset without its colon. */
  private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

  private Fields() {}

  /** The first of the {@code names} that holds a text, number or truth. */
  public static @Nullable String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asString().isBlank()) {
        return value.asString();
      }
    }
    return null;
  }

  public static boolean isTrue(JsonNode node, String name) {
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
  public static Optional<Instant> time(JsonNode node, ZoneId zone, String... names) {
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

  /** ISO 8601, also with a blank before the time and the offset, as Ruby writes it. */
  private static Instant instant(String text, ZoneId zone) {
    String zoned = text.endsWith("UTC") ? text.substring(0, text.length() - 3) + "Z" : text;
    String iso =
        OFFSET.matcher(zoned.strip().replaceFirst(" ", "T").replace(" ", "")).replaceFirst("$1:$2");
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }
}
