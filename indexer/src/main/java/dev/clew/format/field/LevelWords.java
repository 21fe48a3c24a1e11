// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises severity words inside a line without copying them. */
public final class LevelWords {
  private static final String WORDS =
      "trace finest finer verbose trc debug fine dbg dbug debug1 debug2 debug3 debug4 debug5 info"
          + " information inf notice note config log warn warning wrn error err severe eror fail"
          + " failure fatal ftl critical crit crt alert emerg emergency panic dpanic statement";

  /** Slots of a hash table, several for each word. */
  private static final int SLOTS = 512;

  private final long[] keys = new long[SLOTS];
  private final Severity[] severities = new Severity[SLOTS];

  public LevelWords() {
    for (String word : WORDS.split(" ")) {
      long key = key(word, 0, word.length());
      int slot = slot(key);
      keys[slot] = key;
      severities[slot] = Severity.ofWord(word).orElseThrow();
    }
  }

  /** Where {@code key} is, or the free slot where it would be. */
  private int slot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 55);
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /** The severity that the letters from {@code from} to {@code to} name; null when they do not. */
  public @Nullable Severity find(String text, int from, int to) {
    int length = to - from;
    if (length < 3 || length > 11) {
      return null;
    }
    Severity severity = severities[slot(key(text, from, to))];
    return severity != null && isWord(text, from, to) ? severity : null;
  }

  /** The severity of a word that stands where only a severity can stand, single letters too. */
  public static Severity read(String word) {
    String plain = word.strip();
    if (plain.equalsIgnoreCase("v")) {
      return Severity.TRACE;
    }
    return Severity.ofWord(plain).orElse(Severity.UNSPECIFIED);
  }

  /** Where the letters and digits that start at {@code from} end. */
  public static int end(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < 12 && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Long words share a key with others of the same first letters, so they are compared whole. */
  private static boolean isWord(String text, int from, int to) {
    return to - from <= 8
        || Severity.ofWord(text.substring(from, to).toLowerCase(Locale.ROOT)).isPresent();
  }

  private static long key(String text, int from, int to) {
    long key = (long) to - from;
    for (int i = from; i < to && i < from + 7; i++) {
      key = (key << 8) | (text.charAt(i) | 0x20);
    }
    return key;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
