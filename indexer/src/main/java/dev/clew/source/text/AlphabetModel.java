// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

/** Languages written with letters. */
final class AlphabetModel implements CharacterModel {
  private static final String SYMBOLS = "°§€£«»–—‘’“”„…·µ±²©®№\u00a0";
  private static final double RARE_LETTER = -3;
  private static final double CAPITAL = -3;
  private static final double SYMBOL = -7;
  private static final double OTHER = -12;
  private static final double CROWD = -4;
  private static final double PAIR = -2;
  private static final double OUT_OF_PLACE = -5;

  private final String frequent;
  private final double cost;
  private final boolean wholeWords;

  /**
   * @param frequent lower case letters that are common
   * @param cost bits of one of them
   * @param wholeWords that words are made of these letters alone; otherwise of ASCII and a few of
   *     these
   */
  AlphabetModel(String frequent, double cost, boolean wholeWords) {
    this.frequent = frequent;
    this.cost = cost;
    this.wholeWords = wholeWords;
  }

  @Override
  public double bits(char c, char before, char after) {
    if (SYMBOLS.indexOf(c) >= 0) {
      return SYMBOL + (before >= 0x80 || after >= 0x80 ? CROWD : 0);
    }
    char lower = Character.toLowerCase(c);
    if (!Character.isLetter(c) || wholeWords != isCyrillic(c)) {
      return OTHER;
    }
    double bits = cost;
    bits += frequent.indexOf(lower) < 0 ? RARE_LETTER : 0;
    if (lower != c) {
      bits += CAPITAL + (Character.isLowerCase(before) ? OUT_OF_PLACE : 0);
    }
    bits += !wholeWords && (isForeignLetter(before) || isForeignLetter(after)) ? PAIR : 0;
    return bits + (isInPlace(before, after) ? 0 : OUT_OF_PLACE);
  }

  private boolean isInPlace(char before, char after) {
    if (wholeWords) {
      boolean word = isForeignLetter(before) || isForeignLetter(after);
      return word && !isAsciiLetter(before) && !isAsciiLetter(after);
    }
    return isAsciiLetter(before) || isAsciiLetter(after);
  }

  private static boolean isAsciiLetter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  private static boolean isForeignLetter(char c) {
    return c >= 0x80 && Character.isLetter(c);
  }

  private static boolean isCyrillic(char c) {
    return c >= '\u0400' && c <= '\u04ff';
  }

  @Override
  public int fewest() {
    return wholeWords ? 4 : 1;
  }

  @Override
  public boolean isWide() {
    return false;
  }
}
