// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.join;

import dev.clew.correlate.request.Sample;
import java.util.List;

/**
 * The values by which services can be joined.
 *
 * @param keys the best first
 * @param links ids that stand in the same events, the most frequent first
 * @param rejected places that share values by which they should not be joined
 * @param left values that were left out because there were too many
 * @param sample how much was read
 */
public record Joins(
    List<JoinKey> keys, List<Link> links, List<Rejected> rejected, long left, Sample sample) {
  public Joins {
    keys = List.copyOf(keys);
    links = List.copyOf(links);
    rejected = List.copyOf(rejected);
  }

  /**
   * Places of several services that name the same values within seconds.
   *
   * @param name what most events call the value
   * @param values different values there
   * @param joined how many of them were seen in several services within seconds
   * @param events events that name a value there
   * @param joinedEvents how many of them a joined value joins
   * @param coverage share of all events read that it joins, 0 to 1
   * @param falseJoins share of the joined values that were also seen far apart, so that they stand
   *     for more than one thing, 0 to 1
   * @param spreadNanos from the first to the last event of a joined value, the median
   * @param score {@code coverage × (1 − falseJoins)}
   * @param example a joined value
   */
  public record JoinKey(
      String name,
      List<Place> places,
      int values,
      int joined,
      int events,
      int joinedEvents,
      double coverage,
      double falseJoins,
      long spreadNanos,
      double score,
      String example) {
    public JoinKey {
      places = List.copyOf(places);
    }

    /** The services it joins, in order of their names. */
    public List<String> services() {
      return places.stream().map(Place::service).distinct().sorted().toList();
    }
  }

  /**
   * Two names whose values stand in the same events, so that the one leads to the other.
   *
   * @param events that name both
   * @param perFrom values of {@code to} for one of {@code from}, on average
   * @param perTo the other way round
   * @param exampleFrom a value, and {@code exampleTo} one that stands beside it
   */
  public record Link(
      String from,
      String to,
      int events,
      double perFrom,
      double perTo,
      String exampleFrom,
      String exampleTo) {}

  /** Two places that share {@code values}, and why they should not be joined by them. */
  public record Rejected(Place one, Place other, int values, String reason) {}
}
