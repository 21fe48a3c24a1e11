// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How serious an event says it is: the six ranges of the OpenTelemetry log data model, in ascending
 * order, and {@link #UNSPECIFIED} for events that do not say.
 *
 * <p>The user interface prints this as "level".
 */
public enum Severity {
  UNSPECIFIED(0),
  TRACE(1),
  DEBUG(5),
  INFO(9),
  WARN(13),
  ERROR(17),
  FATAL(21);

  private static final Map<String, Severity> WORDS = words();

  private final int number;

  Severity(int number) {
    this.number = number;
  }

  /**
   * The lowest OpenTelemetry severity number of this range: 1, 5, 9, 13, 17 or 21; 0 when
   * unspecified.
   */
  public int number() {
    return number;
  }

  /** True from {@link #ERROR} upwards. */
  public boolean isError() {
    return number >= ERROR.number;
  }

  /**
   * The range that a severity word of any common logging system means, in any case: {@code
   * warning}, {@code W}, {@code SEVERE}, {@code crit}, {@code notice} …
   */
  public static Optional<Severity> ofWord(String word) {
    Severity asWritten = WORDS.get(word);
    return Optional.ofNullable(
        asWritten == null ? WORDS.get(word.toLowerCase(Locale.ROOT)) : asWritten);
  }

  private static Map<String, Severity> words() {
    Map<Severity, String> spelled =
        Map.of(
            TRACE, "trace finest finer verbose verb trc t",
            DEBUG, "debug fine dbg dbug d debug1 debug2 debug3 debug4 debug5",
            INFO,
                "info information informational inf i notice note n config log statement detail ok success",
            WARN, "warn warning wrn w",
            ERROR, "error err e severe eror fail failure",
            FATAL, "fatal f ftl critical crit crt c alert emerg emergency panic dpanic");
    Map<String, Severity> map = new java.util.HashMap<>();
    spelled.forEach(
        (severity, text) -> {
          for (String word : text.split(" ")) {
            map.put(word, severity);
            map.put(word.toUpperCase(Locale.ROOT), severity);
          }
        });
    return Map.copyOf(map);
  }
}
