// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

/** Text as it is in memory, also where it is no well-formed Unicode. */
public final class Utf16 {
  private Utf16() {}

  /** True when UTF-8 cannot hold {@code text}. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Two bytes a unit, the higher first: sorts as {@link String#compareTo} does. */
  public static byte[] bytes(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** The text of {@code length} bytes from {@code start}. */
  public static String text(byte[] bytes, int start, int length) {
    char[] units = new char[length / 2];
    for (int i = 0; i < units.length; i++) {
      int at = start + 2 * i;
      units[i] = (char) ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
    }
    return new String(units);
  }
}
