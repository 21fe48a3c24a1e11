// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.store.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How far somebody has read.
 *
 * @param run of the {@link Arrivals}
 * @param number of the last arrival that was sent or left out
 * @param latest the latest event in the order of time that was sent
 */
public record Place(String run, long number, Cursor latest) {
  private static final int LONGEST = 1_024;
  private static final int PARTS = 5;

  /** Safe in a header. */
  public String text() {
    String plain =
        "%s %d %d %d %s"
            .formatted(run, number, latest.epochNanos(), latest.offset(), latest.source());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #text} wrote; empty when it did not. */
  public static Optional<Place> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String[] parts = plain.split(" ", PARTS);
      if (parts.length < PARTS) {
        return Optional.empty();
      }
      Cursor latest = new Cursor(Long.parseLong(parts[2]), parts[4], Long.parseLong(parts[3]));
      return Optional.of(new Place(parts[0], Long.parseLong(parts[1]), latest));
    } catch (IllegalArgumentException | CharacterCodingException garbage) {
      return Optional.empty();
    }
  }
}
