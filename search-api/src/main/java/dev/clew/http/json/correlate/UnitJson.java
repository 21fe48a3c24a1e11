// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work: all events that name a value, or a value that stands beside it.
 *
 * @param key the field asked for; null for anywhere in the event
 * @param query a query text that finds the same events
 * @param total events of the unit; those beyond the limit are not listed
 * @param start null when there are none
 * @param level the worst; null when none says
 * @param services in order of appearance
 * @param events oldest first
 * @param left how many events are not listed
 * @param view {@code spans} when spans tell what called what, else {@code reconstructed}
 * @param skew the clocks by which times were corrected; null when they are as read
 * @param complete false when events may be missing, those beyond the limit apart
 * @param reason why it is not complete
 */
public record UnitJson(
    @Nullable String key,
    String value,
    RangeJson range,
    String query,
    CountJson total,
    @Nullable Instant start,
    @Nullable Instant end,
    double durationMs,
    @Nullable String level,
    List<PartJson> services,
    List<UnitEventJson> events,
    long left,
    List<FollowedJson> followed,
    List<StoppedJson> stopped,
    String view,
    List<BarJson> bars,
    List<String> notes,
    @Nullable SkewJson skew,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** What a service contributes; {@code service} is null for events that name none. */
  public record PartJson(
      @Nullable String service, Instant start, Instant end, long events, @Nullable String level) {}

  /**
   * An event and how it was found.
   *
   * @param joinedBy the value that found it: its place in {@code followed}, from 0
   * @param corrected when it happened by the clock of reference; not there unless asked for
   */
  public record UnitEventJson(
      EventJson event, int joinedBy, @JsonInclude(Include.NON_NULL) @Nullable Instant corrected) {}

  /** A value whose events belong to the unit, so many values away from the one asked for. */
  public record FollowedJson(
      @Nullable String name, String value, int hops, long events, int added) {}

  /** A value that was not followed; {@code events} is null when they were not counted. */
  public record StoppedJson(
      @Nullable String name, String value, @Nullable Long events, String reason) {}

  /**
   * A stretch of work.
   *
   * @param kind {@code span}, or {@code reconstructed} from a service's first to its last event
   */
  public record BarJson(
      String kind,
      @Nullable String service,
      String name,
      Instant start,
      double durationMs,
      int depth,
      long events,
      @Nullable String level,
      @JsonInclude(Include.NON_NULL) @Nullable String span,
      @JsonInclude(Include.NON_NULL) @Nullable String parent) {}
}
