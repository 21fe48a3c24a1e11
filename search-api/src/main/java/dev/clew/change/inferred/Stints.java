// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several values a field had when: one after another, or side by side.
 *
 * <p>Time is cut into pieces. A piece in which one value alone was seen belongs to that value; the
 * others are moments of passage, as when instances are replaced one by one, and must be few.
 *
 * @param turns when another value took over for good, in order
 * @param reason why nothing can be told; empty when it can
 */
record Stints(List<Turn> turns, Optional<String> reason) {
  private static final int MOST_TURNS = 12;
  private static final int FEWEST_EVENTS = 3;
  private static final double MOST_MIXED = 0.2;

  /**
   * One value in one piece of time.
   *
   * @param first its first event there, nanoseconds since the epoch
   * @param last its last one
   */
  record Seen(String value, long count, long first, long last) {}

  /**
   * Another value took over.
   *
   * @param at its first event, nanoseconds since the epoch
   */
  record Turn(String before, String after, long at) {}

  /** An uninterrupted time of one value. */
  private record Stint(String value, long first, long last, long count) {
    Stint plus(Seen seen) {
      return new Stint(value, first, Math.max(last, seen.last()), count + seen.count());
    }
  }

  static Stints of(List<Seen> pieces) {
    List<Seen> sorted =
        pieces.stream()
            .sorted(Comparator.comparingLong(Seen::first).thenComparing(Seen::value))
            .toList();
    List<Seen> alone =
        sorted.stream().filter(seen -> sorted.stream().noneMatch(o -> meets(o, seen))).toList();
    if (sorted.size() - alone.size() > Math.max(4, MOST_MIXED * sorted.size())) {
      return unclear("are seen side by side");
    }
    List<Stint> stints = join(alone);
    if (stints.size() > MOST_TURNS) {
      return unclear("alternate %d times".formatted(stints.size() - 1));
    }
    if (stints.size() > 2
        && stints.stream().filter(stint -> stint.count() < FEWEST_EVENTS).count() * 2
            >= stints.size()) {
      return unclear("alternate, with too few events to tell when");
    }
    List<Turn> turns = new ArrayList<>();
    for (int i = 1; i < stints.size(); i++) {
      turns.add(turn(stints.get(i - 1), stints.get(i), sorted));
    }
    return new Stints(turns, Optional.empty());
  }

  private static Stints unclear(String reason) {
    return new Stints(List.of(), Optional.of(reason));
  }

  private static boolean meets(Seen one, Seen other) {
    return !one.value().equals(other.value())
        && one.first() <= other.last()
        && other.first() <= one.last();
  }

  private static List<Stint> join(List<Seen> alone) {
    List<Stint> stints = new ArrayList<>();
    for (Seen seen : alone) {
      Stint last = stints.isEmpty() ? null : stints.getLast();
      if (last != null && last.value().equals(seen.value())) {
        stints.set(stints.size() - 1, last.plus(seen));
      } else {
        stints.add(new Stint(seen.value(), seen.first(), seen.last(), seen.count()));
      }
    }
    return stints;
  }

  /** The first event of the new value may stand in a piece that both share. */
  private static Turn turn(Stint before, Stint after, List<Seen> all) {
    long at =
        all.stream()
            .filter(seen -> seen.value().equals(after.value()))
            .mapToLong(Seen::first)
            .filter(first -> first > before.last() && first <= after.first())
            .min()
            .orElse(after.first());
    return new Turn(before.value(), after.value(), at);
  }
}
