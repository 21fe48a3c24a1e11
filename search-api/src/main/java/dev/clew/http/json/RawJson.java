// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.event.RawLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an event.
 *
 * @param text read in the encoding of the line, without its last terminator; other bytes become
 *     U+FFFD
 * @param base64 the bytes themselves, when they are not UTF-8
 */
record RawJson(String text, @Nullable String base64) {

  static RawJson of(RawLine raw) {
    return new RawJson(raw.text(), isUtf8(raw.bytes()) ? null : encoded(raw));
  }

  private static String encoded(RawLine raw) {
    return Base64.getEncoder().encodeToString(raw.toByteArray());
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
