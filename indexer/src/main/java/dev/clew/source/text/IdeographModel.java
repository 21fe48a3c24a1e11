// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

/** Languages written with Chinese characters, kana or syllables. */
final class IdeographModel implements CharacterModel {
  private static final String PUNCTUATION = "、。「」・ー：（），！？；“”…　";
  private static final double FREQUENT = -7.5;
  private static final double SCRIPT = -12;
  private static final double OTHER = -16;
  private static final double BESIDE_LATIN = -3;

  /** What the language is mainly written in. */
  enum Script {
    HAN,
    KANA,
    HANGUL
  }

  private final Script script;
  private final String frequent;

  IdeographModel(Script script, String frequent) {
    this.script = script;
    this.frequent = frequent;
  }

  @Override
  public double bits(char c, char before, char after) {
    if (PUNCTUATION.indexOf(c) >= 0) {
      return FREQUENT - 1;
    }
    double bits = alone(c);
    boolean besideLatin = before < 0x80 && Character.isLetter(before);
    boolean single = besideLatin || (after < 0x80 && Character.isLetter(after));
    return single ? bits + BESIDE_LATIN : bits;
  }

  private double alone(char c) {
    boolean han = c >= '\u4e00' && c <= '\u9fff';
    boolean hangul = c >= '\uac00' && c <= '\ud7a3';
    boolean kana = c >= '\u3041' && c <= '\u30fa';
    if (script == Script.KANA && kana) {
      return c <= '\u3093' ? FREQUENT + 1.5 : FREQUENT;
    }
    if (frequent.indexOf(c) >= 0) {
      return FREQUENT;
    }
    boolean own = script == Script.HANGUL ? hangul : han;
    return own ? SCRIPT : OTHER;
  }

  @Override
  public int fewest() {
    return 2;
  }

  @Override
  public boolean isWide() {
    return true;
  }
}
