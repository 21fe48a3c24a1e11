// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Members of one archive that are no logs or cannot be read: one problem for each reason, however
 * many they are. Not thread-safe.
 */
final class Omissions {
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  /** Counts the member {@code name}, about which a sentence would go on with {@code reason}. */
  void add(String reason, String name) {
    tallies.computeIfAbsent(reason, unused -> new Tally(name)).count++;
  }

  /** Tells {@code visitor} of all that was counted in {@code archive}. */
  void tell(String archive, SourceVisitor visitor) {
    tallies.forEach((reason, tally) -> visitor.problem(tally.problem(archive, reason)));
  }

  private static final class Tally {
    private final String first;
    private int count;

    Tally(String first) {
      this.first = first;
    }

    Problem problem(String archive, String reason) {
      String advice =
          reason.startsWith("is empty") || reason.startsWith("holds") || reason.startsWith("is a")
              ? "they were left out"
              : "unpack the archive first";
      return count == 1
          ? new Problem(first, reason, advice.replace("they were", "it was"))
          : new Problem(
              archive,
              "%d members: each %s; the first is %s".formatted(count, reason, first),
              advice);
    }
  }
}
