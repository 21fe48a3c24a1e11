// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.store.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A cursor as text that is safe in an address and that nobody is tempted to write by hand. */
public final class CursorType implements ParameterType<Cursor> {
  private static final int LONGEST = 1_024;
  private static final char SEPARATOR = ' ';

  public static String print(Cursor cursor) {
    String plain = cursor.epochNanos() + " " + cursor.offset() + " " + cursor.source();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Cursor read(String text) throws BadValue {
    try {
      if (text.length() <= LONGEST) {
        return parse(decode(text));
      }
    } catch (IllegalArgumentException | CharacterCodingException garbage) {
      // told below: what a cursor is made of concerns nobody outside
    }
    throw new BadValue(
        "is not a cursor", "take it from \"next\" of the page before, or leave it out");
  }

  private static String decode(String text) throws CharacterCodingException {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Cursor parse(String plain) {
    int first = plain.indexOf(SEPARATOR);
    int second = plain.indexOf(SEPARATOR, first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("two separators are needed");
    }
    long offset = Long.parseLong(plain.substring(first + 1, second));
    if (offset < 0) {
      throw new IllegalArgumentException("an offset is at least 0");
    }
    return new Cursor(
        Long.parseLong(plain.substring(0, first)), plain.substring(second + 1), offset);
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "maxLength", LONGEST);
  }
}
