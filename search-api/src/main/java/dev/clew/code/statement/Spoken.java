// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How much of a message stands in the text of a source file, told without parsing it: the source is
 * cut at quotes, escapes, line ends and what begins or ends a placeholder, and the pieces that the
 * message holds as they are count. The fixed text of a statement always is such pieces, whatever
 * the language. Thread-safe.
 */
final class Spoken {
  /** Shorter pieces, in letters, stand everywhere. */
  private static final int MIN_LETTERS = 3;

  /** Of longer messages the beginning is looked for: it holds the text of whatever printed it. */
  private static final int MAX_BYTES = 2_048;

  private static final int BITS = 16;

  private final byte[] message;
  private final byte[] logger;
  private final BitSet threes = new BitSet(1 << BITS);

  Spoken(Printed printed) {
    byte[] whole = Messages.squeezed(printed.message()).strip().getBytes(StandardCharsets.UTF_8);
    this.message = Arrays.copyOf(whole, Math.min(MAX_BYTES, whole.length));
    this.logger = printed.logger().strip().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i + 3 <= message.length; i++) {
      threes.set(three(message, i));
    }
  }

  /**
   * Letters of the longest piece that the message holds; 0 for none. A file that has the name of
   * the logger as a text counts as if it held one of the shortest.
   */
  int longest(byte[] source) {
    int longest = 0;
    int i = 0;
    while (i < source.length) {
      int end = i;
      while (end < source.length && !cuts(source, end)) {
        end++;
      }
      longest = Math.max(longest, weigh(source, i, end));
      i = end + 1;
      if (end < source.length && (source[end] == '\\' || source[end] == '%')) {
        i = end == source.length - 1 ? i : afterMark(source, end);
      }
    }
    return longest;
  }

  private int weigh(byte[] source, int from, int to) {
    int first = from;
    int last = to;
    while (first < last && source[first] == ' ') {
      first++;
    }
    while (first < last && source[last - 1] == ' ') {
      last--;
    }
    int length = last - first;
    if (length < MIN_LETTERS) {
      return 0;
    }
    if (length <= message.length
        && threes.get(three(source, first))
        && holds(source, first, last)) {
      int letters = 0;
      for (int i = first; i < last; i++) {
        letters += isLetter(source[i]) ? 1 : 0;
      }
      return letters < MIN_LETTERS ? 0 : letters;
    }
    return length == logger.length && same(source, first, logger, 0, length) ? MIN_LETTERS : 0;
  }

  private boolean holds(byte[] source, int from, int to) {
    int length = to - from;
    for (int at = 0; at + length <= message.length; at++) {
      if (message[at] == source[from] && same(source, from, message, at, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(byte[] one, int from, byte[] other, int at, int length) {
    for (int i = 0; i < length; i++) {
      if (one[from + i] != other[at + i]) {
        return false;
      }
    }
    return true;
  }

  /** Past the character that a backslash escapes, or the conversion that a percent sign begins. */
  private static int afterMark(byte[] source, int mark) {
    int i = mark + 1;
    if (source[mark] == '%') {
      if (source[i] == '(') {
        while (i < source.length && source[i] != ')' && source[i] != '\n') {
          i++;
        }
      }
      while (i < source.length && ((source[i] >= '0' && source[i] <= '9') || source[i] == '-')) {
        i++;
      }
      // what follows may as well be text: "5 % done"
      return i < source.length && isLetter(source[i]) ? i + 1 : i;
    }
    return source[i] == '\n' ? i : i + 1;
  }

  private static boolean cuts(byte[] source, int at) {
    return switch (source[at]) {
      case '"', '\'', '`', '\\', '%', '{', '}', '$', '#', '\n', '\r', '\t' -> true;
      case ' ' -> at + 1 < source.length && source[at + 1] == ' ';
      default -> false;
    };
  }

  private static boolean isLetter(byte b) {
    return b < 0 || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static int three(byte[] bytes, int at) {
    int packed =
        ((bytes[at] & 0xff) << 16) | ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
    return (packed * 0x9E3779B1) >>> (32 - BITS);
  }
}
