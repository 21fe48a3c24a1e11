// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import org.jspecify.annotations.Nullable;

/**
 * The names of pairs met lately and what they mean: a source uses few, so a name costs a comparison
 * and no new string. Not thread-safe.
 */
final class KnownNames {
  private static final int SLOTS = 256;

  private final KeyNames names;
  private final @Nullable Named[] slots = new Named[SLOTS];

  /**
   * @param text the name
   * @param key what it means; null when it is an attribute
   */
  record Named(String text, KeyNames.@Nullable Key key) {}

  KnownNames(KeyNames names) {
    this.names = names;
  }

  /** The name that stands in {@code line} from {@code from} to {@code to}, which are apart. */
  Named find(String line, int from, int to) {
    int length = to - from;
    int middle = line.charAt((from + to) >>> 1);
    int hash = ((length * 31 + line.charAt(from)) * 31 + middle) * 31 + line.charAt(to - 1);
    int slot = (hash ^ (hash >>> 8)) & (SLOTS - 1);
    Named known = slots[slot];
    if (known != null && known.text.length() == length && line.startsWith(known.text, from)) {
      return known;
    }
    String text = line.substring(from, to);
    Named made = new Named(text, names.find(text));
    slots[slot] = made;
    return made;
  }
}
