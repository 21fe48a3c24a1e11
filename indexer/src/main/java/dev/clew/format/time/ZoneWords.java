// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words for zones that logs use: capitals like {@code CEST}, with what they mean in hours east of
 * Greenwich. Words that stand for several zones have several meanings, the commonest first.
 */
final class ZoneWords {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 4;

  private static final Map<String, int[]> WORDS =
      Map.ofEntries(
          Map.entry("UTC", offsets(0)),
          Map.entry("GMT", offsets(0)),
          Map.entry("UCT", offsets(0)),
          Map.entry("WET", offsets(0)),
          Map.entry("WEST", offsets(1)),
          Map.entry("CET", offsets(1)),
          Map.entry("MET", offsets(1)),
          Map.entry("CEST", offsets(2)),
          Map.entry("MEST", offsets(2)),
          Map.entry("MESZ", offsets(2)),
          Map.entry("MEZ", offsets(1)),
          Map.entry("EET", offsets(2)),
          Map.entry("EEST", offsets(3)),
          Map.entry("MSK", offsets(3)),
          Map.entry("MSD", offsets(4)),
          Map.entry("TRT", offsets(3)),
          Map.entry("SAST", offsets(2)),
          Map.entry("CAT", offsets(2)),
          Map.entry("EAT", offsets(3)),
          Map.entry("WAT", offsets(1)),
          Map.entry("IDT", offsets(3)),
          Map.entry("PKT", offsets(5)),
          Map.entry("NPT", offsets(5.75)),
          Map.entry("WIB", offsets(7)),
          Map.entry("WITA", offsets(8)),
          Map.entry("WIT", offsets(9)),
          Map.entry("ICT", offsets(7)),
          Map.entry("SGT", offsets(8)),
          Map.entry("HKT", offsets(8)),
          Map.entry("PHT", offsets(8)),
          Map.entry("JST", offsets(9)),
          Map.entry("KST", offsets(9)),
          Map.entry("AWST", offsets(8)),
          Map.entry("ACST", offsets(9.5)),
          Map.entry("ACDT", offsets(10.5)),
          Map.entry("AEST", offsets(10)),
          Map.entry("AEDT", offsets(11)),
          Map.entry("NZST", offsets(12)),
          Map.entry("NZDT", offsets(13)),
          Map.entry("BRT", offsets(-3)),
          Map.entry("BRST", offsets(-2)),
          Map.entry("NDT", offsets(-2.5)),
          Map.entry("ADT", offsets(-3)),
          Map.entry("EDT", offsets(-4)),
          Map.entry("EST", offsets(-5)),
          Map.entry("CDT", offsets(-5)),
          Map.entry("MDT", offsets(-6)),
          Map.entry("MST", offsets(-7)),
          Map.entry("PDT", offsets(-7)),
          Map.entry("PST", offsets(-8)),
          Map.entry("AKDT", offsets(-8)),
          Map.entry("AKST", offsets(-9)),
          Map.entry("HST", offsets(-10)),
          Map.entry("HDT", offsets(-9)),
          Map.entry("IST", offsets(5.5, 2, 1)),
          Map.entry("CST", offsets(-6, 8, -5)),
          Map.entry("BST", offsets(1, 6, 11)),
          Map.entry("AST", offsets(-4, 3)),
          Map.entry("SST", offsets(-11, 8)),
          Map.entry("GST", offsets(4, -2)),
          Map.entry("NST", offsets(-3.5, -11)),
          Map.entry("WST", offsets(8, 13)),
          Map.entry("AMT", offsets(-4, 4)));

  /** The words as numbers, sorted, so that a line is looked at without making a text of it. */
  private static final long[] KEYS;

  /** The meanings, in the order of the keys. */
  private static final int[][] MEANINGS;

  static {
    Map<Long, int[]> sorted = new TreeMap<>();
    WORDS.forEach((word, meanings) -> sorted.put(key(word, 0, word.length()), meanings));
    KEYS = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
    MEANINGS = sorted.values().toArray(int[][]::new);
  }

  private ZoneWords() {}

  private static int[] offsets(double... hours) {
    return Arrays.stream(hours).mapToInt(each -> (int) (each * 3600)).toArray();
  }

  private static long key(String text, int from, int to) {
    long key = 0;
    for (int i = from; i < to; i++) {
      key = key << 8 | text.charAt(i);
    }
    return key;
  }

  /**
   * Reads a zone word at {@code from} into {@code time}.
   *
   * @return where it ends, or {@code from} when there is none
   */
  static int read(String text, int from, CivilTime time) {
    int limit = Math.min(text.length(), from + LONGEST + 1);
    int end = from;
    while (end < limit && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    if (end - from < SHORTEST || end - from > LONGEST || Chars.isWordPart(Chars.at(text, end))) {
      return from;
    }
    int index = Arrays.binarySearch(KEYS, key(text, from, end));
    if (index < 0) {
      return from;
    }
    int[] meanings = MEANINGS[index];
    if (meanings.length == 1) {
      time.offset = meanings[0];
    } else {
      time.meanings = meanings;
    }
    return end;
  }
}
