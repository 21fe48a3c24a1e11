// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.failure;

import dev.clew.code.frame.FrameResolver.Place;
import dev.clew.event.EventTime;
import dev.clew.event.StackFrame;
import dev.clew.failure.Described;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.note.VerdictJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One error.
 *
 * @param id short name for addresses, made of {@code group}
 * @param group what verdicts call it, as /api/suspects does
 * @param patterns of so many patterns, which one statement printed; {@code group} names that with
 *     most events
 * @param template what its messages have in common
 * @param exception type of the innermost cause, where it began; null without one
 * @param level the gravest of its events
 * @param first earliest event of the selection
 * @param last latest event of the selection
 * @param began earliest event that is stored at all, whatever was asked
 * @param counts events of each step
 * @param deploy the last deploy before it began; null when none is known
 * @param fresh true when it was not there before the latest deploy before {@code last}; null when
 *     no deploy is known, or nothing is stored from before it
 * @param frame the first frame of the innermost cause that is of the application; null when none is
 *     known
 * @param state confirmed when a person confirmed a cause, else new when it is fresh, else dismissed
 *     when suspects were dismissed, else open
 * @param verdicts what people said of its suspects
 * @param event id of an example: of its latest events that with most context; null when it expired
 * @param query finds its events; stands beside other text
 */
public record ErrorJson(
    String id,
    String group,
    int patterns,
    String template,
    @Nullable String exception,
    @Nullable String service,
    @Nullable String level,
    CountJson count,
    Instant first,
    Instant last,
    Instant began,
    List<Long> counts,
    SpreadJson versions,
    SpreadJson hosts,
    @Nullable SinceJson deploy,
    @Nullable Boolean fresh,
    @Nullable TopFrameJson frame,
    String state,
    List<VerdictJson> verdicts,
    @Nullable String event,
    String query) {

  /**
   * Which versions, or hosts, have it.
   *
   * @param seen by their first events, the first few; events that name none are in no one
   * @param count how many have it
   * @param of how many the service has in the same time, with or without the error
   */
  public record SpreadJson(List<SeenJson> seen, int count, int of) {}

  /** A version or a host. */
  public record SeenJson(String value, long count, Instant first) {
    public static SeenJson of(Described.Seen seen) {
      return new SeenJson(seen.value(), seen.count(), EventTime.instant(seen.first()));
    }
  }

  /**
   * A deploy that something came after.
   *
   * @param afterMs how long after it the error began
   */
  public record SinceJson(
      Instant time,
      @Nullable String version,
      @Nullable String commit,
      String label,
      long afterMs) {}

  /**
   * A call.
   *
   * @param path the file in the repository at HEAD
   */
  public record TopFrameJson(
      String module, String function, @Nullable String file, int line, String path) {
    public static TopFrameJson of(StackFrame frame, Place place) {
      return new TopFrameJson(
          frame.module(),
          frame.function(),
          frame.file(),
          frame.line(),
          String.valueOf(place.path()));
    }
  }
}
