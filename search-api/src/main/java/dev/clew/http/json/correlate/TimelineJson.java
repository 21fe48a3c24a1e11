// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.ChangeJson;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lanes of events on one axis.
 *
 * @param start of the first cell
 * @param stepNs length of a cell, nanoseconds
 * @param cells how many there are: each lane has as many numbers a level
 * @param ticks some cells with their local time in each zone asked for
 * @param field whose values are the lanes
 * @param lanes by their first error, then those without errors, most events first
 * @param moreLanes how many lanes are not shown
 * @param without values that are known and have no event here
 * @param moreWithout how many of them are not shown
 * @param arriving from when on events may still be on their way; null when none are waited for
 * @param requests in which something failed
 * @param changesComplete false when more changes fall into the range; the newest are then listed
 * @param skew the clocks by which times were corrected; null when they are as read
 * @param complete false when events may be missing in the counts
 * @param reason why it is not complete
 */
public record TimelineJson(
    QueryJson query,
    RangeJson range,
    Instant start,
    long stepNs,
    int cells,
    List<TickJson> ticks,
    String field,
    List<LaneJson> lanes,
    int moreLanes,
    List<WithoutJson> without,
    int moreWithout,
    @Nullable Instant arriving,
    RequestsJson requests,
    CountJson total,
    List<ChangeJson> changes,
    boolean changesComplete,
    @Nullable SkewJson skew,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** The start of a cell, by the clocks of zones. */
  public record TickJson(int cell, Instant time, Map<String, String> local) {}

  /**
   * A lane.
   *
   * @param name null for the events that lack the field
   * @param firstError null when there is none
   * @param levels for each level that there is, how many events each cell has
   * @param late how many events were received more than a minute after their time
   * @param gaps times of which nothing is known: no events there is not zero
   * @param versions which ran when, by what its events name; by the deploys when they name none
   * @param moreVersions how many stretches of versions are not listed
   */
  public record LaneJson(
      @Nullable String name,
      long total,
      Instant first,
      Instant last,
      @Nullable Instant firstError,
      Map<String, List<Long>> levels,
      List<BurstJson> bursts,
      List<SilenceJson> silences,
      long late,
      List<GapInJson> gaps,
      List<VersionJson> versions,
      int moreVersions) {}

  /**
   * A version, and when it ran.
   *
   * @param by {@code events} that name it, or {@code deploys}
   */
  public record VersionJson(String version, Instant from, Instant to, String by) {}

  /**
   * A value of the field that has no event here.
   *
   * @param state {@code zero} where sources cover the time; {@code not_collected} where none does;
   *     {@code no_source} where only changes speak of it and no source ever did; {@code arriving}
   *     where the time is so young that its events may still be on their way
   * @param first its earliest event in the store; null when there is none
   * @param last its latest event in the store
   */
  public record WithoutJson(
      String name,
      String state,
      @Nullable Instant first,
      @Nullable Instant last,
      List<GapInJson> gaps) {}

  /**
   * The requests in which something failed.
   *
   * @param failing how many
   * @param earliest those that failed first, 20 at most
   */
  public record RequestsJson(CountJson failing, List<RequestJson> earliest) {}

  /**
   * A request, with all its events.
   *
   * @param firstError the first of the errors in the timeline
   * @param errors how many of them
   * @param services that took part, by their first events
   */
  public record RequestJson(
      String trace,
      Instant first,
      Instant last,
      Instant firstError,
      long errors,
      long events,
      List<String> services) {}

  /**
   * More than usual.
   *
   * @param of {@code errors} or {@code events}
   * @param times as many as elsewhere in the range; 0 when there are none elsewhere
   */
  public record BurstJson(Instant from, Instant to, String of, long events, double times) {}

  /**
   * Nothing where there is usually something.
   *
   * @param kind {@code silent}, or {@code stopped} when no source covers the time: whether the lane
   *     fell silent or was no longer collected is not known then
   */
  public record SilenceJson(Instant from, Instant to, double expected, String kind) {}

  /**
   * A time of which nothing is known: {@code not_collected}, {@code damaged} or {@code unknown}; of
   * {@code arriving} not yet everything.
   */
  public record GapInJson(Instant from, Instant to, String kind) {}
}
