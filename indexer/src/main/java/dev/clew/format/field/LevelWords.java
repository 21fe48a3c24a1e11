// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recognises severity words inside a line without copying them. */
public final class LevelWords {
  private static final String WORDS =
      "trace finest finer verbose trc debug fine dbg dbug debug1 debug2 debug3 debug4 debug5 info"
          + " information inf notice note config log warn warning wrn error err severe eror fail"
          + " failure fatal ftl critical crit crt alert emerg emergency panic dpanic statement";

  private final long[] keys;
  private final Severity[] severities;

  public LevelWords() {
    Map<Long, Severity> sorted = new TreeMap<>();
    for (String word : WORDS.split(" ")) {
      sorted.put(key(word, 0, word.length()), Severity.ofWord(word).orElseThrow());
    }
    keys = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
    severities = sorted.values().toArray(Severity[]::new);
  }

  /** The severity that the letters from {@code from} to {@code to} name; null when they do not. */
  public @Nullable Severity find(String text, int from, int to) {
    int length = to - from;
    if (length < 3 || length > 11) {
      return null;
    }
    int index = java.util.Arrays.binarySearch(keys, key(text, from, to));
    return index >= 0 && isWord(text, from, to) ? severities[index] : null;
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
