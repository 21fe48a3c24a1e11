// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a new value leaves a program less room than the old one. Less time, fewer connections and
 * less memory make calls fail that succeeded before; more retries and shorter pauses add load.
 *
 * @param room what happened to the room
 * @param before the old value
 * @param after the new value; empty when it is gone
 */
record Tightening(Room room, double before, Optional<Double> after) {
  private static final Set<String> LESS_IS_TIGHT =
      Set.of(
          "timeout",
          "deadline",
          "leeway",
          "skew",
          "tolerance",
          "grace",
          "ttl",
          "max",
          "limit",
          "pool",
          "size",
          "capacity",
          "conns",
          "connections",
          "threads",
          "workers",
          "memory",
          "heap",
          "quota",
          "buffer",
          "queue",
          "window",
          "budget",
          "permits",
          "concurrency",
          "length",
          "depth",
          "expiry",
          "lifetime",
          "replicas");
  private static final Set<String> MORE_IS_TIGHT =
      Set.of(
          "min",
          "threshold",
          "retries",
          "attempts",
          "batch",
          "cost",
          "rate",
          "parallelism",
          "prefetch",
          "fanout");
  private static final Set<String> PAUSES =
      Set.of("interval", "delay", "sleep", "backoff", "period", "pause", "poll", "idle");

  /** What happened to the room a program has. */
  enum Room {
    LESS,
    MORE,
    /** more work for somebody else */
    LOAD,
    GONE,
    UNCLEAR
  }

  static Tightening of(String name, double before, Optional<Double> after) {
    return new Tightening(room(name, before, after), before, after);
  }

  private static Room room(String name, double before, Optional<Double> after) {
    Set<String> words = Set.copyOf(Arrays.asList(spaced(name).split("[^a-z]+")));
    boolean pause = words.stream().anyMatch(PAUSES::contains);
    boolean less = words.stream().anyMatch(LESS_IS_TIGHT::contains) && !pause;
    boolean more = words.stream().anyMatch(MORE_IS_TIGHT::contains);
    if (after.isEmpty()) {
      return less ? Room.GONE : Room.UNCLEAR;
    }
    if (!less && !more && !pause) {
      return Room.UNCLEAR;
    }
    boolean smaller = after.get() < before;
    // "max retries" is about retries
    return more ? (smaller ? Room.MORE : Room.LOAD) : smaller ? Room.LESS : Room.MORE;
  }

  private static String spaced(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /** The weight of the change, given whether the failure is about the same topic. */
  double weight(boolean sameTopic) {
    return switch (room) {
      case LESS -> sameTopic ? 0.42 : 0.16;
      case GONE -> sameTopic ? 0.38 : 0.14;
      case LOAD -> sameTopic ? 0.2 : 0.08;
      case MORE -> sameTopic ? 0.12 : 0.04;
      case UNCLEAR -> after.isEmpty() ? 0 : sameTopic ? 0.14 : 0.05;
    };
  }

  /** The change in words. */
  String words() {
    String verb = after.isPresent() && after.get() < before ? "lowers" : "raises";
    return "%s a value from %s to %s"
        .formatted(verb, plain(before), after.map(Tightening::plain).orElse("nothing"));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
