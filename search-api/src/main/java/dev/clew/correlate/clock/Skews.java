// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.clock;

import dev.clew.correlate.request.Clock;
import dev.clew.correlate.request.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far clocks are ahead of one of them.
 *
 * @param reference the clock that the others are compared with; empty when there is none
 * @param skews of every clock, the reference first
 * @param requests how many requests were looked at
 * @param sample how much was read
 */
public record Skews(Optional<Clock> reference, List<Skew> skews, int requests, Sample sample) {
  public Skews {
    skews = List.copyOf(skews);
  }

  /**
   * What is known of one clock.
   *
   * @param estimate empty when it is unknown
   * @param reason why it is unknown, else what the estimate rests on, in words
   */
  public record Skew(Clock clock, Optional<Estimate> estimate, String reason) {}

  /**
   * How far a clock is ahead.
   *
   * @param nanos ahead of the reference; negative when behind
   * @param uncertainty the truth lies this many nanoseconds around, if the estimate's grounds hold
   * @param via the clock it was compared with, which is the reference or estimated itself
   * @param agreeing how many requests agree
   * @param requests how many requests tell something about the two
   * @param spans whether spans say what called what; else lines, of which the longer work is taken
   *     for the caller of the shorter
   */
  public record Estimate(
      long nanos, long uncertainty, Clock via, int agreeing, int requests, boolean spans) {

    /** Whether it is more than nothing, for all that is known. */
    public boolean isCertain() {
      return Math.abs(nanos) > uncertainty;
    }
  }

  /** What to take off the times of the clocks that are certainly ahead or behind. */
  public Offsets offsets() {
    Map<Clock, Long> nanos = new HashMap<>();
    for (Skew skew : skews) {
      skew.estimate()
          .filter(Estimate::isCertain)
          .ifPresent(estimate -> nanos.put(skew.clock(), estimate.nanos()));
    }
    return new Offsets(nanos);
  }
}
