// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.intake;

import dev.clew.http.json.EventJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How lines are read.
 *
 * @param format that they were found to have; {@code unknown} when none is known
 * @param title what that is, in words
 * @param share how many of the lines start an event of that format, 0 to 1
 * @param columns what was learned to stand before the message, in order
 * @param known what is taken for lines that do not say it: service, zone
 * @param units the lines in their order, those of one event together
 * @param lines how many were given
 */
public record TriedJson(
    String format,
    String title,
    double share,
    List<String> columns,
    List<String> known,
    List<UnitJson> units,
    long lines) {

  /**
   * Lines that belong together.
   *
   * @param line number of the first, from 1
   * @param text the lines as given
   * @param event what they say; null when they are part of no event
   * @param reason why they are part of none, or what of the event was not understood; null when all
   *     was
   */
  public record UnitJson(
      long line, String text, @Nullable EventJson event, @Nullable String reason) {}

  /** Lines to be read. */
  public record ToldJson(@Nullable String lines) {}
}
