// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.time;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.query.Notice;
import dev.clew.query.Typed;
import java.util.Optional;

/**
 * A query text and the time that is typed at its start or end.
 *
 * @param text the text with blanks in place of the time, so that positions stay
 * @param range the time; empty when none is typed, or it cannot be told
 * @param notice how the time was read, and how to search for its words instead
 */
public record TypedTime(String text, Optional<TimeRange> range, Optional<Notice> notice) {

  /** Takes the time out of {@code text}; the words before a bar are looked at. */
  public static TypedTime of(String text, Reference reference) {
    return TimePhrase.in(text)
        .map(phrase -> read(text, phrase, reference))
        .orElseGet(() -> new TypedTime(text, Optional.empty(), Optional.empty()));
  }

  private static TypedTime read(String text, TimePhrase phrase, Reference reference) {
    String typed = text.substring(phrase.start(), phrase.end());
    String quoted = Typed.quote(typed);
    int length = phrase.end() - phrase.start();
    Optional<TimeRange> range = phrase.when().in(reference);
    if (range.isEmpty()) {
      Notice unknown =
          new Notice(
              phrase.start(),
              length,
              "taken as text: no deploy is known that \"%s\" could mean".formatted(typed),
              quoted);
      return new TypedTime(text, Optional.empty(), Optional.of(unknown));
    }
    String rest =
        text.substring(0, phrase.start()) + " ".repeat(length) + text.substring(phrase.end());
    String from = EventTime.instant(range.get().from()).toString();
    String to =
        range.get().to() == Long.MAX_VALUE ? "now" : EventTime.instant(range.get().to()).toString();
    Notice read =
        new Notice(
            phrase.start(), length, "read as time: from %s to %s".formatted(from, to), quoted);
    return new TypedTime(rest, range, Optional.of(read));
  }
}
