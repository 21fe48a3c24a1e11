// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What stands at one column in the lines of a sample. */
final class ColumnSample {
  private static final int MAX_VALUES = 2000;

  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<Integer, Integer> starts = new HashMap<>();
  private final Map<Integer, Integer> ends = new HashMap<>();
  private int lines;
  private int wide;
  private int barred;
  private int contextual;

  /**
   * @param gap blanks behind it
   * @param bar that a tab or a bar ends it
   */
  void add(Kind kind, String value, int gap, boolean bar) {
    lines++;
    kinds.merge(kind, 1, Integer::sum);
    if (values.size() < MAX_VALUES || values.containsKey(value)) {
      values.merge(value, 1, Integer::sum);
    }
    wide += gap > 1 ? 1 : 0;
    barred += bar ? 1 : 0;
  }

  /**
   * Notes how far the column behind this one is from this one's start.
   *
   * @param toStart to where it starts
   * @param toEnd to where it ends
   */
  void width(int toStart, int toEnd) {
    starts.merge(toStart, 1, Integer::sum);
    ends.merge(toEnd, 1, Integer::sum);
  }

  /** Notes a bracket that holds ids or pairs, not words of a sentence. */
  void contextual() {
    contextual++;
  }

  int contexts() {
    return contextual;
  }

  int lines() {
    return lines;
  }

  int count(Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  int distinct() {
    return values.size();
  }

  /** The value seen most often. */
  String common() {
    return values.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  int commonCount() {
    return most(values);
  }

  boolean holds(Predicate<String> rule) {
    return values.keySet().stream().allMatch(rule);
  }

  /** In how many lines the column after this one starts, or ends, as far from it as in most. */
  int aligned() {
    return Math.max(most(starts), most(ends));
  }

  private static int most(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  int wide() {
    return wide;
  }

  int barred() {
    return barred;
  }
}
