// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known word that is nearest to one that is not known. */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  static String of(String word, Collection<String> known) {
    String wanted = fold(word);
    return known.stream()
        .min(
            Comparator.<String>comparingInt(each -> distance(wanted, fold(each)))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static String fold(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT);
  }

  /**
   * Letters to insert, delete or replace; Wagner and Fischer, "The String-to-String Correction".
   */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
