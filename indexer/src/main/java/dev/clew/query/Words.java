// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The one tokenizer: what a word is, for queries and for events, in every store.
 *
 * <p>A word is a longest run of letters, digits and combining marks, compared by {@link #fold}.
 * Everything else separates words, also {@code . _ - : / @ $}, so that each part of {@code
 * com.acme.Gateway}, {@code order_id=A-17}, a URL or a UUID is found alone, and the whole is found
 * as a phrase of its parts. Keeping such characters inside words would find the whole no better and
 * the parts not at all. Two exceptions keep pasted text findable:
 *
 * <ul>
 *   <li>scripts that write no spaces (Han, Kana, Thai, Lao, Khmer, Myanmar) give one word a
 *       character, so any part of a sentence is a phrase of it;
 *   <li>a run is cut after {@value #MAX_LENGTH} characters; the pieces are adjacent words, so a
 *       long blob is still found by its whole text or its beginning.
 * </ul>
 */
public final class Words {
  /** Most UTF-16 units of one word. */
  public static final int MAX_LENGTH = 256;

  private static final boolean[] ASCII_PARTS = asciiParts();

  private Words() {}

  /** The words of {@code text}, folded, in order. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    scan(text, (start, end) -> words.add(fold(text.substring(start, end))));
    return words;
  }

  /** True when {@code text} holds at least one word. */
  public static boolean any(String text) {
    return text.codePoints().anyMatch(Words::isPart);
  }

  /** True when the words of {@code phrase} stand side by side in {@code text}. */
  static boolean holdPhrase(String text, String phrase) {
    List<String> wanted = of(phrase);
    return wanted.isEmpty()
        ? fold(text).contains(fold(phrase))
        : Collections.indexOfSubList(of(text), wanted) >= 0;
  }

  /** Tells {@code sink} where each word of {@code text} starts and ends, in order. */
  public static void scan(String text, Sink sink) {
    int start = -1;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean part = isPart(point);
      boolean alone = part && isAlone(point);
      if (start >= 0 && (!part || alone || next - start > MAX_LENGTH)) {
        sink.word(start, at);
        start = -1;
      }
      if (alone) {
        sink.word(at, next);
      } else if (part && start < 0) {
        start = at;
      }
      at = next;
    }
    if (start >= 0) {
      sink.word(start, at);
    }
  }

  /** True for characters that words are made of. */
  public static boolean isPart(int codePoint) {
    return codePoint < ASCII_PARTS.length ? ASCII_PARTS[codePoint] : isOtherPart(codePoint);
  }

  private static boolean[] asciiParts() {
    boolean[] parts = new boolean[128];
    Arrays.fill(parts, 'a', 'z' + 1, true);
    Arrays.fill(parts, 'A', 'Z' + 1, true);
    Arrays.fill(parts, '0', '9' + 1, true);
    return parts;
  }

  private static boolean isOtherPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /**
   * {@code text} with each code point in lower case by itself, in no language: the form in which
   * words and values are compared. Never changes the number of code points.
   */
  public static String fold(String text) {
    int at = 0;
    while (at < text.length() && isFolded(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, at);
    text.substring(at).codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isFolded(char c) {
    return c < 128 && (c < 'A' || c > 'Z');
  }

  /** True for characters that are a word each. */
  static boolean isAlone(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    // kana blocks hold marks of sound and repetition that belong to no script
    boolean kana =
        (codePoint >= 0x3000 && codePoint <= 0x30FF)
            || (codePoint >= 0xFF65 && codePoint <= 0xFF9F);
    return kana
        || Character.isIdeographic(codePoint)
        || switch (Character.UnicodeScript.of(codePoint)) {
          case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }

  /** Receives the extents of words. */
  @FunctionalInterface
  public interface Sink {
    /** A word from {@code start} up to, not including, {@code end}. */
    void word(int start, int end);
  }
}
