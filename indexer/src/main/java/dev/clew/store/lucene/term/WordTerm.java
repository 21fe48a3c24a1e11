// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import dev.clew.query.Words;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Words as terms: a byte for the class of the word and whether it stands in the message, then the
 * word in UTF-8. Most of the different words of a log are numbers and ids; the class keeps them
 * apart, so that {@code *onnection*} need not look at them.
 */
public final class WordTerm {
  public static final String FIELD = "text";

  /** No digit. */
  static final byte PLAIN = 1;

  /** Digits, and letters that are no hexadecimal digits. */
  static final byte MIXED = 2;

  /** At least one digit, and hexadecimal digits only. */
  public static final byte NUMBER = 3;

  /** Added to the class of words that stand in the message. */
  public static final byte BODY = 8;

  private WordTerm() {}

  /** The term of a folded word in the message, or of one elsewhere. */
  public static Term of(String word, boolean inBody) {
    BytesRef utf8 = new BytesRef(word);
    byte[] bytes = new byte[utf8.length + 1];
    bytes[0] = (byte) (classOf(word) + (inBody ? BODY : 0));
    System.arraycopy(utf8.bytes, utf8.offset, bytes, 1, utf8.length);
    return new Term(FIELD, new BytesRef(bytes));
  }

  /** True when words of that class can fit the folded {@code glob}. */
  public static boolean canFit(byte wordClass, String glob) {
    boolean digit = glob.chars().anyMatch(WordTerm::isDigit);
    boolean letter =
        glob.chars().anyMatch(c -> c != '*' && c != '?' && !isDigit(c) && !isHexLetter(c));
    return switch (wordClass) {
      case PLAIN -> !digit;
      case NUMBER -> !letter;
      default -> true;
    };
  }

  public static byte classOf(String word) {
    boolean digit = false;
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digit |= isDigit(c);
      letter |= !isDigit(c) && !isHexLetter(c);
    }
    return classOf(digit, letter);
  }

  public static byte classOf(boolean digit, boolean letter) {
    return digit ? letter ? MIXED : NUMBER : PLAIN;
  }

  /** The length in bytes beyond which no term of ours is. */
  public static int maxBytes() {
    return 1 + 3 * Words.MAX_LENGTH;
  }

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isHexLetter(int c) {
    return c >= 'a' && c <= 'f';
  }
}
