// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.trace;

import dev.clew.event.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the steps of requests differ from the baseline, those that chance explains included. */
public final class Departures {
  /** What is left of an event's weight when like units of work hold it as often as they did. */
  private static final double LEAST = 0.25;

  /** And when they hold it more often: the departure says the same, and should not count twice. */
  private static final double MOST = 0.5;

  private final List<Departure> believed;
  private final Map<String, Double> surprise = new HashMap<>();

  Departures(List<Departure> believed) {
    this.believed = believed;
  }

  /** Those beyond chance, most telling first. */
  public List<Departure> believed() {
    return believed;
  }

  /**
   * Remembers how much oftener like units of work hold a step, by its kind; 0 where there were none
   * before.
   */
  void compared(String kind, double z) {
    surprise.merge(kind, Math.max(0, z), Math::max);
  }

  /**
   * How far a pattern that rose says something about the service, 0 to 1, and not about what was
   * asked of it: 1 where no request has it.
   */
  public double news(String service, Pattern pattern) {
    Double z = surprise.get(Traces.kind(service, Traces.name(pattern)));
    return z == null ? 1 : LEAST + (MOST - LEAST) * (1 - Math.exp(-z * z / 8));
  }
}
