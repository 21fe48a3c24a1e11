// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.correlate.clock.Skews;
import dev.clew.correlate.clock.Skews.Estimate;
import dev.clew.correlate.clock.Skews.Skew;
import dev.clew.correlate.request.Clock;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.RangeJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the clocks of hosts are apart.
 *
 * @param reference the clock the others are compared with; null when there is none
 * @param requests how many requests were looked at
 * @param read how many of the {@code total} events were read for that
 * @param complete false when events could not be read in time or at all
 * @param reason why it is not complete
 */
public record SkewJson(
    RangeJson range,
    @Nullable ClockJson reference,
    List<ClockSkewJson> clocks,
    int requests,
    CountJson total,
    long read,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /**
   * What gave events their time.
   *
   * @param kind {@code host}, or {@code service} where events name no host
   */
  public record ClockJson(String name, String kind) {
    static ClockJson of(Clock clock) {
      return new ClockJson(clock.name(), clock.host() ? "host" : "service");
    }
  }

  /**
   * What is known of a clock.
   *
   * @param skew null when it is unknown
   * @param why why it is unknown, or what it rests on
   */
  public record ClockSkewJson(ClockJson clock, @Nullable EstimateJson skew, String why) {
    static ClockSkewJson of(Skew skew) {
      return new ClockSkewJson(
          ClockJson.of(skew.clock()),
          skew.estimate().map(EstimateJson::of).orElse(null),
          skew.reason());
    }
  }

  /**
   * How far a clock is ahead of the reference; behind it below 0.
   *
   * @param certain whether it is more than the uncertainty; only then are times corrected by it
   * @param basis {@code spans}, or {@code lines} where what called what is assumed
   */
  public record EstimateJson(
      double aheadMs,
      double uncertaintyMs,
      boolean certain,
      String via,
      int agreeing,
      int requests,
      String basis) {
    static EstimateJson of(Estimate estimate) {
      return new EstimateJson(
          Millis.of(estimate.nanos()),
          Millis.of(estimate.uncertainty()),
          estimate.isCertain(),
          estimate.via().name(),
          estimate.agreeing(),
          estimate.requests(),
          estimate.spans() ? "spans" : "lines");
    }
  }

  /** {@code skews} as the answer for {@code range}. */
  public static SkewJson of(RangeJson range, Skews skews, @Nullable String reason, long tookMs) {
    return new SkewJson(
        range,
        skews.reference().map(ClockJson::of).orElse(null),
        skews.skews().stream().map(ClockSkewJson::of).toList(),
        skews.requests(),
        CountJson.of(skews.sample().total()),
        skews.sample().read(),
        skews.sample().complete(),
        reason,
        tookMs);
  }
}
