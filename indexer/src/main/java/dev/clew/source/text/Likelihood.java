// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import java.nio.charset.Charset;

/**
 * How likely bytes are as text in an encoding: the base-2 logarithm of their probability under a
 * coarse model of the languages written in it. Characters common in those languages cost few bits,
 * others many, undefined bytes most. ASCII costs the same everywhere, so that encodings which take
 * one byte a character and those which take two are compared over the same bytes.
 *
 * @param bits the logarithm; negative
 * @param isPlausible that the characters outside ASCII are such as people write
 */
record Likelihood(double bits, boolean isPlausible) {
  private static final double ASCII = -4.5;
  private static final double MALFORMED = -30;

  /** Characters outside ASCII of plausible text cost fewer bits than this on average. */
  private static final double PLAUSIBLE = -8.2;

  private static final double PLAUSIBLE_WIDE = -12;

  /** The likelihood of {@code bytes} from {@code from} up to {@code to}. */
  static Likelihood of(TextEncoding encoding, byte[] bytes, int from, int to) {
    Charset charset = encoding.charset();
    String text = new String(bytes, from, to - from, charset);
    CharacterModel model = LanguageModels.of(encoding);
    double bits = 0;
    double costly = 0;
    int characters = 0;
    char before = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bits += ASCII;
      } else {
        char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        double cost = isUndefined(c) ? MALFORMED : model.bits(c, before, after);
        bits += cost;
        costly += cost;
        characters++;
      }
      before = c;
    }
    double least = characters * (model.isWide() ? PLAUSIBLE_WIDE : PLAUSIBLE);
    return new Likelihood(bits, characters >= model.fewest() && costly >= least);
  }

  private static boolean isUndefined(char c) {
    return c == '\uFFFD' || c < 0xa0 || (c >= '\uE000' && c <= '\uF8FF');
  }
}
