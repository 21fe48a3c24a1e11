// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import dev.clew.change.PushedCommit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a change file, its names made equal, and what it means. */
final class ChangeRow {
  private static final List<String> TIME =
      List.of(
          "timestamp",
          "time",
          "at",
          "datetime",
          "date",
          "deployedat",
          "changedat",
          "startedat",
          "finishedat",
          "createdat",
          "ts",
          "when");
  private static final List<String> SERVICE =
      List.of("service", "servicename", "app", "application", "component", "project");
  private static final List<String> VERSION =
      List.of("version", "release", "tag", "image", "build");
  private static final List<String> COMMIT =
      List.of(
          "commit",
          "commitsha",
          "sha",
          "revision",
          "gitsha",
          "gitcommit",
          "commitid",
          "rev",
          "hash");
  private static final List<String> KIND = List.of("kind", "type", "category", "event");
  private static final List<String> HOST =
      List.of("host", "hostname", "node", "machine", "server", "instance");
  private static final List<String> RESOURCE =
      List.of("resource", "file", "configmap", "path", "target", "scope");
  private static final List<String> KEY =
      List.of("key", "setting", "property", "parameter", "name", "variable");
  private static final List<String> OLD =
      List.of("old", "from", "before", "oldvalue", "previous", "previousvalue");
  private static final List<String> NEW =
      List.of("new", "to", "after", "newvalue", "value", "state");
  private static final List<String> FLAG =
      List.of("flag", "flagname", "featureflag", "feature", "toggle");
  private static final List<String> SUBJECT = List.of("subject", "message");
  private static final List<String> CHANGE = List.of("change", "transition");
  private static final List<String> BY =
      List.of("by", "actor", "author", "user", "who", "changedby", "deployedby", "owner");

  private static final String TIME_FIX =
      "give a column or key \"time\" as ISO 8601, for example 2026-05-04T10:11:12Z";

  private final long line;
  private final Map<String, String> values = new HashMap<>();

  ChangeRow(long line, Map<String, @Nullable String> values) {
    this.line = line;
    values.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            this.values.put(plain(name), value.strip());
          }
        });
  }

  static boolean isTimeName(String name) {
    return TIME.contains(plain(name));
  }

  static boolean namesChange(String name) {
    String plain = plain(name);
    return FLAG.contains(plain) || KEY.contains(plain) || COMMIT.contains(plain);
  }

  /** Line on which the row starts, from 1. */
  long line() {
    return line;
  }

  /**
   * What the row means; an {@link IllegalArgumentException} says what it lacks and how to mend it.
   */
  Change change(ZoneId zone) {
    Instant time = time(zone);
    String service = first(SERVICE);
    String by = first(BY);
    String flag = first(FLAG);
    String kind = first(KIND) == null ? "" : first(KIND).toLowerCase(Locale.ROOT);
    if (flag != null || kind.contains("flag") || kind.contains("toggle")) {
      String name = flag == null ? first(KEY) : flag;
      return new FlagChange(
          time, service, required(name, "flag", "the flag's name"), before(), after(), by);
    }
    if (kind.equals("commit") && first(SUBJECT) != null) {
      String id = required(first(COMMIT), "commit", "the id of the commit");
      return new PushedCommit(time, service, id, first(SUBJECT), by);
    }
    boolean config = first(KEY) != null || first(RESOURCE) != null || kind.contains("config");
    if (config && !kind.contains("deploy") && !kind.contains("release")) {
      return new ConfigChange(
          time,
          service,
          first(HOST),
          first(RESOURCE),
          required(first(KEY), "key", "the setting that changed"),
          before(),
          after(),
          by);
    }
    if (service == null && first(VERSION) == null && first(COMMIT) == null) {
      throw new IllegalArgumentException(
          "the row is no deploy (service, version or commit), no configuration change (key) and no flag (flag); name one of these columns");
    }
    return new Deploy(time, service, first(VERSION), first(COMMIT), by);
  }

  private @Nullable String before() {
    String change = first(CHANGE);
    return first(OLD) != null || change == null ? first(OLD) : side(change, 0);
  }

  private @Nullable String after() {
    String change = first(CHANGE);
    return first(NEW) != null || change == null ? first(NEW) : side(change, 1);
  }

  /**
   * One side of {@code off->on}, {@code 5 → 3} or {@code a => b}; a text without arrow is the new
   * state.
   */
  private static @Nullable String side(String change, int side) {
    for (String arrow : List.of("->", "→", "=>")) {
      int at = change.indexOf(arrow);
      if (at >= 0) {
        return side == 0
            ? change.substring(0, at).strip()
            : change.substring(at + arrow.length()).strip();
      }
    }
    return side == 0 ? null : change;
  }

  private static String required(@Nullable String value, String column, String meaning) {
    if (value == null) {
      throw new IllegalArgumentException(
          "the row lacks " + meaning + "; give it in a column or key \"" + column + "\"");
    }
    return value;
  }

  private @Nullable String first(List<String> names) {
    return names.stream().map(values::get).filter(value -> value != null).findFirst().orElse(null);
  }

  private Instant time(ZoneId zone) {
    String text = first(TIME);
    if (text == null) {
      throw new IllegalArgumentException("the row has no time; " + TIME_FIX);
    }
    try {
      return text.chars().allMatch(c -> c >= '0' && c <= '9') ? epoch(text) : iso(text, zone);
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time; " + TIME_FIX, e);
    }
  }

  private static Instant epoch(String digits) {
    long value = Long.parseLong(digits);
    return digits.length() > 11 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
  }

  private static Instant iso(String text, ZoneId zone) {
    String iso =
        text.indexOf(' ') == 10
            ? text.substring(0, 10) + "T" + text.substring(11).replace(" ", "")
            : text;
    if (iso.length() == 10) {
      return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
    }
    String joined = iso.endsWith("UTC") ? iso.substring(0, iso.length() - 3) + "Z" : iso;
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            joined, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
