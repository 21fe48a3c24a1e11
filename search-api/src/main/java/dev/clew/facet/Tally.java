// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.facet.Dropped.Reason;
import dev.clew.store.Count;
import dev.clew.store.Groups;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often each value of a field was seen, in all and in each step of time.
 *
 * @param counts by value; the events without the field under the empty text
 * @param whole true when every value is among {@code counts}
 * @param exact false when events may be missing
 * @param steps by value; a value whose steps do not sum to its count has more
 */
record Tally(
    String field,
    Map<String, Long> counts,
    boolean whole,
    boolean exact,
    Map<String, long[]> steps) {
  private static final int SHOWN = 80;
  private static final String NONE = "";

  /** From the groups by value and step, which is all when they are complete. */
  static Tally ofSteps(String field, Groups groups, Timeline timeline) {
    Map<String, long[]> steps = timeline.spread(groups);
    Map<String, Long> counts = new HashMap<>();
    steps.forEach((value, each) -> counts.put(value, sum(each)));
    return new Tally(field, counts, groups.complete(), groups.total().exact(), steps);
  }

  /** With the counts of {@code groups} by value alone. */
  Tally withCounts(Groups groups) {
    Map<String, Long> all = new HashMap<>();
    groups.groups().forEach(group -> all.put(group.keys().getFirst(), group.count()));
    boolean right = exact && groups.total().exact() && groups.lacking() == 0;
    return new Tally(field, all, groups.complete(), right, new HashMap<>(steps));
  }

  /** The most frequent values, equal ones by their text. */
  List<String> top(int most) {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(NONE))
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .limit(most)
        .toList();
  }

  long count(String value) {
    return counts.getOrDefault(value, 0L);
  }

  /** True when the steps of the value are all known. */
  boolean knowsSteps(String value) {
    long[] known = steps.get(value);
    return known != null && sum(known) == count(value);
  }

  /** Events without the field; empty when so many values are more frequent that it is not known. */
  Optional<Long> missing() {
    boolean listed = exact && counts.containsKey(NONE);
    return whole || listed ? Optional.of(count(NONE)) : Optional.empty();
  }

  /** How many different values. */
  Count different() {
    return new Count(counts.size() - (counts.containsKey(NONE) ? 1 : 0), whole && exact);
  }

  /** Why nobody wants to see it among {@code total} events; empty when somebody may. */
  Optional<Dropped> boring(long total, long missing) {
    long different = different().value();
    if (!exact) {
      return different > 0 ? Optional.empty() : drop(Reason.NOT_COUNTED, "time was up");
    }
    if (whole && different == 1 && missing == 0) {
      return drop(Reason.ONE_VALUE, "every event has \"%s\"".formatted(shown(top(1).getFirst())));
    }
    // those listed are the most frequent: if they stand for few events, so do all others
    long having = whole ? total - missing : sum(counts) - count(NONE);
    if (new Spread(different, having).nearlyAllDiffer()) {
      return drop(
          Reason.NEARLY_ALL_DIFFER,
          whole
              ? "%,d values in %,d events".formatted(different, having)
              : "more than %,d values, of less than two events each".formatted(different));
    }
    return Optional.empty();
  }

  private Optional<Dropped> drop(Reason reason, String detail) {
    return Optional.of(new Dropped(field, reason, detail));
  }

  private static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
