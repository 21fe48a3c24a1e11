// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.explain.window.Tallies.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A logger of which the baseline has events and the incident none, though its service goes on.
 *
 * @param before how many events of it the baseline has
 * @param expected how many there would be now
 * @param first nanoseconds since the epoch of the earliest of them
 */
public record Silent(String service, String logger, long before, double expected, long first) {
  /** As the baseline has them, the earliest first. */
  public static final Comparator<Silent> IN_ORDER =
      Comparator.comparingLong(Silent::first)
          .thenComparing(Silent::service)
          .thenComparing(Silent::logger);

  private static final double ENOUGH = 4;

  /**
   * Those that fell silent, in the order in which the baseline has them: what a program did not
   * come to comes after what it did not do.
   */
  public static List<Silent> of(Tallies now, Tallies before, Scale scale) {
    if (!now.isComplete()) {
      return List.of();
    }
    Set<String> services = new HashSet<>();
    Map<List<String>, Silent> loggers = new HashMap<>();
    for (Tally tally : before.byKey().values()) {
      if (tally.service() != null && tally.logger() != null) {
        loggers.merge(key(tally), of(tally, scale), Silent::plus);
      }
    }
    for (Tally tally : now.byKey().values()) {
      if (tally.service() != null) {
        services.add(tally.service());
        loggers.remove(key(tally));
      }
    }
    List<Silent> silent = new ArrayList<>(loggers.values());
    silent.removeIf(each -> each.expected < ENOUGH || !services.contains(each.service));
    silent.sort(IN_ORDER);
    return silent;
  }

  private static List<String> key(Tally tally) {
    return List.of(String.valueOf(tally.service()), withoutLine(tally));
  }

  /** The logger without its line, which is another one in the next version. */
  private static String withoutLine(Tally tally) {
    String logger = Objects.requireNonNullElse(tally.logger(), "");
    int line = logger.lastIndexOf(':');
    boolean numbered =
        line > 0
            && line + 1 < logger.length()
            && logger.chars().skip(line + 1L).allMatch(Character::isDigit);
    return numbered ? logger.substring(0, line) : logger;
  }

  private static Silent of(Tally tally, Scale scale) {
    String service = String.valueOf(tally.service());
    return new Silent(
        service,
        String.valueOf(tally.logger()),
        tally.count(),
        tally.count() * scale.of(service),
        tally.first());
  }

  private Silent plus(Silent other) {
    return new Silent(
        service,
        logger,
        before + other.before,
        expected + other.expected,
        Math.min(first, other.first));
  }
}
