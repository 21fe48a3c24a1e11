// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first lines of a source were found to be.
 *
 * @param format the name of the format; {@code unknown} when none is known
 * @param title what the format is, for people
 * @param share how many of the lines looked at start an event of that format, 0 to 1
 * @param firstTime the first time read in them; null when there is none
 * @param columns what was learned to stand in front of the message, in order; empty when nothing
 *     was
 * @param rivals other formats that read some of the lines, those that read the most first
 */
public record Detection(
    String format,
    String title,
    double share,
    @Nullable EventTime firstTime,
    List<String> columns,
    List<Rival> rivals) {

  public Detection {
    columns = List.copyOf(columns);
    rivals = List.copyOf(rivals);
  }

  /**
   * A format that was not chosen.
   *
   * @param share how many of the lines looked at it reads, 0 to 1
   */
  public record Rival(String format, double share) {}

  static Detection of(String format, String title, double share) {
    return new Detection(format, title, share, null, List.of(), List.of());
  }
}
