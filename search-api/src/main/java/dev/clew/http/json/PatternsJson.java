// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a selection, largest first, then those that are gone.
 *
 * @param range the time that was counted: what was asked for, as far as there are events
 * @param different how many rows there are, of which the largest are listed
 * @param kinds how many rows there are of each kind
 * @param baseline the time before that {@code before} was counted in; null when there are no events
 *     in it, and then nothing is called new
 * @param stepMs width of the steps of trends; not there unless asked for
 * @param complete false when there are more patterns than the store lists, or events may be missing
 * @param reason why it is not complete, when that is not the number of patterns
 */
public record PatternsJson(
    long total,
    RangeJson range,
    int different,
    Map<String, Integer> kinds,
    List<PatternJson> patterns,
    @Nullable BaselineJson baseline,
    @JsonInclude(Include.NON_NULL) @Nullable Double stepMs,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason) {

  /**
   * One pattern, or several of one statement put together.
   *
   * @param id of the pattern, of several of that with most events
   * @param members how many patterns
   * @param query finds their events
   * @param share of the selection's events, 0 to 1
   * @param level the gravest of its events
   * @param before its events in the baseline
   * @param kind new, gone, more, less or same: how its rate differs from the baseline's
   * @param example the id of its latest event
   * @param trend its events in each step of the range, from the start of the range on
   * @param trendBefore its events in each step of the baseline, up to the end of the baseline
   * @param seen when it was first seen at all
   */
  public record PatternJson(
      String id,
      String template,
      int members,
      String query,
      long count,
      double share,
      List<String> services,
      @Nullable String level,
      Instant first,
      Instant last,
      long before,
      String kind,
      String example,
      @JsonInclude(Include.NON_NULL) @Nullable List<Long> trend,
      @JsonInclude(Include.NON_NULL) @Nullable List<Long> trendBefore,
      @JsonInclude(Include.NON_NULL) @Nullable FirstJson seen) {}

  /**
   * The earliest event of a pattern in all that is stored.
   *
   * @param version of the program that printed it; null when unknown
   * @param by how the version is known: {@code event}, which names it, or {@code deploy}, the last
   *     one before; null when it is not
   */
  public record FirstJson(
      Instant time, String event, @Nullable String version, @Nullable String by) {}

  /** The time that patterns are compared with. */
  public record BaselineJson(Instant from, Instant to, long events) {}
}
