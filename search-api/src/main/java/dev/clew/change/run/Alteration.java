// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import org.jspecify.annotations.Nullable;

/**
 * What became of one setting of a resource.
 *
 * @param key which one
 * @param before its value; null when it had none, or none is known
 * @param after its value; null when it has none, or none is known
 */
record Alteration(String key, @Nullable String before, @Nullable String after) {
  /** How many UTF-16 code units of a text are kept. */
  private static final int LONGEST = 500;

  Alteration {
    key = shortened(key);
    before = before == null ? null : shortened(before);
    after = after == null ? null : shortened(after);
  }

  /** The text, cut when it is very long, which the cut text says. */
  static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int cut = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, cut) + "… (%d more characters)".formatted(text.length() - cut);
  }
}
