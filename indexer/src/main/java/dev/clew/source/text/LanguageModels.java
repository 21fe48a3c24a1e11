// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

/** The languages that are written in each encoding. */
final class LanguageModels {
  private static final CharacterModel WESTERN =
      new AlphabetModel("éèàùâêîôûçëïüöäßñáíóúãõåøæ", -4, false);
  private static final CharacterModel CENTRAL =
      new AlphabetModel("ąćęłńóśźżáéíýúčďěňřšťůžőűöüä", -5, false);
  private static final CharacterModel CYRILLIC =
      new AlphabetModel("оеаинтсрвлкмдпуяыьгзбчйх", -4, true);
  private static final CharacterModel JAPANESE =
      new IdeographModel(IdeographModel.Script.KANA, FrequentCharacters.JAPANESE);
  private static final CharacterModel KOREAN =
      new IdeographModel(IdeographModel.Script.HANGUL, FrequentCharacters.KOREAN);
  private static final CharacterModel SIMPLIFIED =
      new IdeographModel(IdeographModel.Script.HAN, FrequentCharacters.SIMPLIFIED);
  private static final CharacterModel TRADITIONAL =
      new IdeographModel(IdeographModel.Script.HAN, FrequentCharacters.TRADITIONAL);

  /** The model of the languages that are written in {@code encoding}. */
  static CharacterModel of(TextEncoding encoding) {
    return switch (encoding) {
      case WINDOWS_1250 -> CENTRAL;
      case WINDOWS_1251, KOI8_R -> CYRILLIC;
      case SHIFT_JIS, EUC_JP -> JAPANESE;
      case EUC_KR -> KOREAN;
      case BIG5 -> TRADITIONAL;
      case GB18030 -> SIMPLIFIED;
      default -> WESTERN;
    };
  }

  private LanguageModels() {}
}
