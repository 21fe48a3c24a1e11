// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import dev.clew.source.text.TextEncoding;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One rule: what the sources whose names match have.
 *
 * @param key what is said
 * @param glob which sources it is said about; see {@link Glob}
 * @param value what they have
 * @param reason where the rule stands, in words
 */
public record SourceRule(Key key, Glob glob, String value, String reason) {

  /** What can be said about sources. */
  public enum Key {
    ZONE,
    SERVICE,
    HOST,
    /** how the bytes spell text */
    ENCODING;

    /** The word that people write. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Key::word).toList();
    }
  }

  /**
   * A rule for the sources that {@code glob} names.
   *
   * @throws RuleException when the value is none that {@code key} takes; it names {@code reason}
   */
  public static SourceRule of(Key key, String glob, String value, String reason) {
    if (glob.isBlank() || value.isBlank()) {
      throw new RuleException(
          "%s: a rule needs a name pattern and a value; write it like %s edge/*=VALUE"
              .formatted(reason, key.word()));
    }
    if (key == Key.ZONE) {
      checkZone(value, reason);
    }
    if (key == Key.ENCODING && TextEncoding.named(value).isEmpty()) {
      List<String> known = TextEncoding.labels();
      throw new RuleException(
          "%s: '%s' is no encoding that is read; did you mean %s? (there are %s)"
              .formatted(reason, value, Nearest.of(value, known), String.join(", ", known)));
    }
    return new SourceRule(key, Glob.of(glob), value, reason);
  }

  private static void checkZone(String value, String reason) {
    try {
      ZoneId.of(value);
    } catch (DateTimeException unknown) {
      throw new RuleException(
          "%s: '%s' is no time zone; did you mean %s?"
              .formatted(reason, value, Nearest.of(value, ZoneId.getAvailableZoneIds())),
          unknown);
    }
  }
}
