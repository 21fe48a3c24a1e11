// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.time;

import java.util.Map;

/** Words for zones that logs use: letters like {@code CEST}, as seconds east of Greenwich. */
final class ZoneWords {
  private static final Map<String, Double> HOURS =
      Map.ofEntries(
          Map.entry("UTC", 0.0),
          Map.entry("GMT", 0.0),
          Map.entry("UCT", 0.0),
          Map.entry("WET", 0.0),
          Map.entry("WEST", 1.0),
          Map.entry("BST", 1.0),
          Map.entry("CET", 1.0),
          Map.entry("MET", 1.0),
          Map.entry("CEST", 2.0),
          Map.entry("MEST", 2.0),
          Map.entry("EET", 2.0),
          Map.entry("EEST", 3.0),
          Map.entry("MSK", 3.0),
          Map.entry("SAST", 2.0),
          Map.entry("IST", 5.5),
          Map.entry("SGT", 8.0),
          Map.entry("HKT", 8.0),
          Map.entry("JST", 9.0),
          Map.entry("KST", 9.0),
          Map.entry("AEST", 10.0),
          Map.entry("AEDT", 11.0),
          Map.entry("NZST", 12.0),
          Map.entry("NZDT", 13.0),
          Map.entry("BRT", -3.0),
          Map.entry("EDT", -4.0),
          Map.entry("EST", -5.0),
          Map.entry("CDT", -5.0),
          Map.entry("CST", -6.0),
          Map.entry("MDT", -6.0),
          Map.entry("MST", -7.0),
          Map.entry("PDT", -7.0),
          Map.entry("PST", -8.0));

  private ZoneWords() {}

  /**
   * Reads a zone word at {@code from} into {@code time}.
   *
   * @return where it ends, or {@code from} when there is none
   */
  static int read(String text, int from, CivilTime time) {
    int end = from;
    while (end < text.length() && end - from <= 5 && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    if (end - from < 3 || end - from > 4 || Chars.isWordPart(Chars.at(text, end))) {
      return from;
    }
    String word = text.substring(from, end);
    Double hours = HOURS.get(word);
    if (hours == null) {
      return from;
    }
    time.offset = (int) (hours * 3600);
    time.offsetGuessed = word.equals("CST") || word.equals("IST") || word.equals("BST");
    return end;
  }
}
