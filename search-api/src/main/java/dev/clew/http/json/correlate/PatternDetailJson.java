// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.contrast.member.PatternDetail;
import dev.clew.contrast.member.PatternDetail.Place;
import dev.clew.contrast.member.PatternDetail.Value;
import dev.clew.event.EventTime;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One pattern: how often, when, and what stands where its events differ.
 *
 * @param template null when no event of the range has the pattern
 * @param count events, exact
 * @param read how many of them were read for the variables
 * @param stepMs width of the steps of {@code trend}; those without events are left out
 * @param complete false when time was up or a part of what is stored could not be read
 * @param reason why it is not complete
 */
public record PatternDetailJson(
    RangeJson range,
    String id,
    @Nullable String template,
    long count,
    @Nullable Instant first,
    @Nullable Instant last,
    long read,
    double stepMs,
    List<StepJson> trend,
    List<VariableJson> variables,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** How many events there were from a moment on. */
  public record StepJson(Instant from, long count) {}

  /**
   * What stands in one place of the message.
   *
   * @param word the word before it; may be empty
   * @param type {@code num}, {@code duration}, {@code size}, {@code id} and so on
   * @param different how many values the events read have, of which the most frequent are listed
   * @param numbers how they spread, where all are numbers
   */
  public record VariableJson(
      int index,
      String word,
      String type,
      int different,
      List<Value> values,
      @JsonInclude(Include.NON_NULL) @Nullable SpreadJson numbers) {
    static VariableJson of(Place place) {
      return new VariableJson(
          place.variable().index(),
          place.variable().word(),
          place.variable().type().name().toLowerCase(Locale.ROOT),
          place.different(),
          place.values(),
          place.median().isEmpty() ? null : SpreadJson.of(place));
    }
  }

  /** Numbers in nanoseconds, bytes, percent or as they are. */
  public record SpreadJson(String dimension, double least, double median, double p95, double most) {
    static SpreadJson of(Place place) {
      return new SpreadJson(
          place.dimension().name().toLowerCase(Locale.ROOT),
          number(place.least()),
          number(place.median()),
          number(place.p95()),
          number(place.most()));
    }

    private static double number(OptionalDouble number) {
      return number.orElse(0);
    }
  }

  /** {@code found} as the answer for {@code range}. */
  public static PatternDetailJson of(
      RangeJson range,
      String id,
      Optional<PatternDetail> found,
      @Nullable String reason,
      long tookMs) {
    PatternDetail detail = found.orElse(null);
    if (detail == null) {
      return new PatternDetailJson(
          range,
          id,
          null,
          0,
          null,
          null,
          0,
          0,
          List.of(),
          List.of(),
          reason == null,
          reason,
          tookMs);
    }
    return new PatternDetailJson(
        range,
        detail.pattern().id(),
        detail.pattern().template(),
        detail.count(),
        EventTime.instant(detail.first()),
        EventTime.instant(detail.last()),
        detail.read(),
        detail.stepNanos() / 1e6,
        detail.trend().stream()
            .map(step -> new StepJson(EventTime.instant(step.from()), step.count()))
            .toList(),
        detail.places().stream().map(VariableJson::of).toList(),
        detail.complete() && reason == null,
        reason,
        tookMs);
  }
}
