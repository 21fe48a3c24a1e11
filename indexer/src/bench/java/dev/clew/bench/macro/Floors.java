// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.util.Map;

/** The least that is asked: our time as a share of the peer's, by the name of the question. */
final class Floors {
  private static final Map<String, Double> SHARES =
      Map.ofEntries(
          Map.entry("level_hist_all", 0.05),
          Map.entry("all_hist_top100", 0.05),
          Map.entry("range_hist_1m", 0.05),
          Map.entry("error_hist", 0.2),
          Map.entry("term_hist", 0.2),
          Map.entry("and_common_count", 0.3),
          Map.entry("phrase_count", 0.3),
          Map.entry("phrase4_count", 0.3),
          Map.entry("prefix_count", 0.5),
          Map.entry("infix_count", 0.1),
          Map.entry("and_common_top100", 0.7),
          Map.entry("phrase_top100", 0.7),
          Map.entry("and_rare_top100", 1.5),
          Map.entry("filters_range_top100", 1.5),
          Map.entry("needle_trace_top100", 1.3),
          Map.entry("needle_msgid", 1.3),
          Map.entry("facets_all", 0.1),
          Map.entry("facets_range2h", 0.3));

  private Floors() {}

  /** The floor of the question; NaN when it has none. */
  static double of(String question) {
    return SHARES.getOrDefault(question, Double.NaN);
  }

  /** Whether {@code share} is within {@code floor}, in words. */
  static String met(double share, double floor) {
    return Double.isNaN(floor) ? "" : Double.isNaN(share) ? "not measured" : share <= floor ? "yes" : "**no**";
  }
}
