// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

/** What a character outside ASCII costs, in bits, in the languages written in an encoding. */
sealed interface CharacterModel permits AlphabetModel, IdeographModel {
  /** The bits of {@code c}, which is not ASCII, between its neighbours; negative. */
  double bits(char c, char before, char after);

  /** With fewer characters than this nothing can be said. */
  int fewest();

  /** True when a character mostly takes two bytes. */
  boolean isWide();
}
