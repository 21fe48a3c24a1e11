// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Lines that were not understood: they are part of no event, or their event is kept as it is.
 *
 * @param origin where they were read
 * @param reason why
 * @param text the start of them, at most {@value #MOST_TEXT} characters
 * @param kept whether they are an event all the same
 */
public record Unread(Origin origin, String reason, String text, boolean kept) {
  private static final int MOST_TEXT = 240;
  private static final String FAILED = "parse_error";
  private static final String UNTIMED =
      "holds no time where its source has times; it has that of the event before";

  /** Lines that are part of no event. */
  static Unread of(Rejection rejection) {
    return new Unread(rejection.origin(), rejection.reason(), start(rejection.raw()), false);
  }

  /** The event, when it was not understood. */
  public static Optional<Unread> of(LogEvent event) {
    String failure = event.attributes().get(FAILED);
    if (failure == null && event.time().quality().source() != TimeQuality.Source.INHERITED) {
      return Optional.empty();
    }
    String reason = failure == null ? UNTIMED : "could not be read: " + failure;
    return Optional.of(new Unread(event.origin(), reason, start(event.raw()), true));
  }

  private static String start(RawLine raw) {
    ByteBuffer bytes = raw.bytes();
    byte[] first = new byte[Math.min(bytes.remaining(), 4 * MOST_TEXT)];
    bytes.get(first);
    String text = RawLine.of(first, 0, first.length, raw.charset()).text().strip();
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…";
  }
}
