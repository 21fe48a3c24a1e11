// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.http.json.HistogramJson.BucketJson;
import dev.clew.store.Groups;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts by step of time and level, added up and put in order. One thread. */
public final class Buckets {
  private static final String UNSPECIFIED = "unspecified";

  /** In ascending order, the unspecified last: also the order of a bucket's counts. */
  public static final List<String> LEVELS =
      Stream.concat(
              Arrays.stream(Severity.values())
                  .filter(severity -> severity != Severity.UNSPECIFIED)
                  .map(severity -> severity.name().toLowerCase(Locale.ROOT)),
              Stream.of(UNSPECIFIED))
          .toList();

  private final SortedMap<Long, Map<String, Long>> byTime = new TreeMap<>();

  /** Adds groups of two keys: the start of a step in nanoseconds since the epoch, and a level. */
  public void add(List<Groups.Group> groups) {
    for (Groups.Group group : groups) {
      long start = Long.parseLong(group.keys().get(0));
      String level = group.keys().get(1).isEmpty() ? UNSPECIFIED : group.keys().get(1);
      byTime.computeIfAbsent(start, none -> new TreeMap<>()).merge(level, group.count(), Long::sum);
    }
  }

  /** In ascending time. */
  public List<BucketJson> list() {
    return byTime.entrySet().stream()
        .map(bucket -> bucket(bucket.getKey(), bucket.getValue()))
        .toList();
  }

  private static BucketJson bucket(long start, Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (String level : LEVELS) {
      if (counts.containsKey(level)) {
        ordered.put(level, counts.get(level));
      }
    }
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return new BucketJson(EventTime.instant(start), ordered, total);
  }
}
