// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.Pattern;
import dev.clew.query.Quantity.Dimension;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One pattern: how often and when, and what stands where its events differ.
 *
 * @param count events, exact
 * @param first nanoseconds since the epoch of the earliest
 * @param last of the latest
 * @param read how many of them were read for {@code places}
 * @param trend how many there were when; steps without any are left out
 * @param stepNanos the width of a step
 * @param places one for each variable, in the order of the message
 * @param complete false when time was up or a part of what is stored could not be read
 */
public record PatternDetail(
    Pattern pattern,
    long count,
    long first,
    long last,
    long read,
    List<Step> trend,
    long stepNanos,
    List<Place> places,
    boolean complete) {

  /** How many events there were from a nanosecond on. */
  public record Step(long from, long count) {}

  /** A value, and how many of the events read have it. */
  public record Value(String value, long count) {}

  /**
   * What stands in one place of the message.
   *
   * @param different how many values
   * @param values the most frequent first
   * @param dimension of the numbers, where all values are such
   * @param least the smallest number; empty where not all values are numbers of one dimension
   */
  public record Place(
      Variable variable,
      int different,
      List<Value> values,
      Dimension dimension,
      OptionalDouble least,
      OptionalDouble median,
      OptionalDouble p95,
      OptionalDouble most) {}

  public PatternDetail {
    trend = List.copyOf(trend);
    places = List.copyOf(places);
  }
}
