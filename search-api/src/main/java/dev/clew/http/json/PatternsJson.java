// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a selection, largest first, then those that are gone.
 *
 * @param baseline the time before that {@code before} was counted in; null when there are no events
 *     in it, and then nothing is called new
 * @param complete false when there are more patterns than the store lists, or events may be missing
 * @param reason why it is not complete, when that is not the number of patterns
 */
public record PatternsJson(
    long total,
    List<PatternJson> patterns,
    @Nullable BaselineJson baseline,
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
      String example) {}

  /** The time that patterns are compared with. */
  public record BaselineJson(Instant from, Instant to, long events) {}
}
