// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

/**
 * MurmurHash3 x86_32 (Austin Appleby, public domain) over the UTF-8 bytes of a text, taken from its
 * chars one by one: nothing is allocated. An unpaired surrogate counts as U+FFFD, as in Lucene's
 * terms.
 */
final class WordHash {
  private static final int REPLACEMENT = 0xFFFD;

  private int hash;
  private int word;
  private int bytes;

  private WordHash(int seed) {
    hash = seed;
  }

  static int of(CharSequence text, int start, int end, int seed) {
    WordHash state = new WordHash(seed);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c < 0x80) {
        state.add(c);
      } else if (c < 0x800) {
        state.add(0xC0 | (c >> 6));
        state.add(0x80 | (c & 0x3F));
      } else if (Character.isHighSurrogate(c)
          && at + 1 < end
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
        state.addFour(Character.toCodePoint(c, text.charAt(at)));
      } else {
        state.addThree(Character.isSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return state.finish();
  }

  private void addThree(int code) {
    add(0xE0 | (code >> 12));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  }

  private void addFour(int code) {
    add(0xF0 | (code >> 18));
    add(0x80 | ((code >> 12) & 0x3F));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  }

  private void add(int value) {
    word |= value << ((bytes & 3) << 3);
    bytes++;
    if ((bytes & 3) == 0) {
      mixWord();
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
  }

  private void mixWord() {
    hash ^= Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    word = 0;
  }

  private int finish() {
    if ((bytes & 3) != 0) {
      mixWord();
    }
    int h = hash ^ bytes;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
