// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.find;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.HistogramJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.table.FacetsJson;
import dev.clew.http.problem.ProblemJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of an answer that is sent while it is found. Each says first what it is. */
public final class StreamJson {
  private StreamJson() {}

  /** The types of all frames by what they say they are, in the order in which they first come. */
  public static Map<String, Class<?>> frames() {
    Map<String, Class<?>> frames = new LinkedHashMap<>();
    frames.put("begin", BeginJson.class);
    frames.put("rows", RowsJson.class);
    frames.put("progress", ProgressJson.class);
    frames.put("hist", HistJson.class);
    frames.put("facets", FoundFacetsJson.class);
    frames.put("partial", PartialJson.class);
    frames.put("problem", TroubleJson.class);
    frames.put("done", DoneJson.class);
    return frames;
  }

  /**
   * The first.
   *
   * @param range what is searched, with no end open
   */
  public record BeginJson(String frame, QueryJson query, RangeJson range, String order) {
    public BeginJson(QueryJson query, RangeJson range, String order) {
      this("begin", query, range, order);
    }
  }

  /**
   * How far it is.
   *
   * @param scanned events looked at, whether they match or not
   * @param ofEvents events in the range
   * @param percent from 0 to 100, and 100 only at the end
   * @param rest where what is not looked at begins, or ends when the newest come first; null at the
   *     end
   */
  public record ProgressJson(
      String frame,
      long scanned,
      long ofEvents,
      int percent,
      @Nullable Instant rest,
      long elapsedMs) {
    public ProgressJson(
        long scanned, long ofEvents, int percent, @Nullable Instant rest, long elapsedMs) {
      this("progress", scanned, ofEvents, percent, rest, elapsedMs);
    }
  }

  /**
   * The next rows: they stand after all rows before.
   *
   * @param after the cursor of what follows the last of them
   */
  public record RowsJson(String frame, List<EventJson> events, String after) {
    public RowsJson(List<EventJson> events, String after) {
      this("rows", events, after);
    }
  }

  /**
   * What was counted so far; it takes the place of the one before.
   *
   * @param unscanned the part of the range that was not looked at; null at the end
   */
  public record HistJson(String frame, HistogramJson histogram, @Nullable RangeJson unscanned) {
    public HistJson(HistogramJson histogram, @Nullable RangeJson unscanned) {
      this("hist", histogram, unscanned);
    }
  }

  /** The facets, once all else is found. */
  public record FoundFacetsJson(String frame, FacetsJson facets) {
    public FoundFacetsJson(FacetsJson facets) {
      this("facets", facets);
    }
  }

  /**
   * Not all could be looked at.
   *
   * @param rest as in the progress
   */
  public record PartialJson(String frame, String why, int percent, @Nullable Instant rest) {
    public PartialJson(String why, int percent, @Nullable Instant rest) {
      this("partial", why, percent, rest);
    }
  }

  /**
   * Something went wrong after the first frame.
   *
   * @param ends true when nothing follows
   */
  public record TroubleJson(String frame, ProblemJson problem, boolean ends) {
    public TroubleJson(ProblemJson problem, boolean ends) {
      this("problem", problem, ends);
    }
  }

  /**
   * The last.
   *
   * @param total of what was looked at
   * @param next cursor of the rows that follow; null when there are none
   * @param complete false when events may be missing
   * @param reason why it is not complete
   */
  public record DoneJson(
      String frame,
      QueryJson query,
      CountJson total,
      long rows,
      @Nullable String next,
      boolean complete,
      @JsonInclude(Include.NON_NULL) @Nullable String reason,
      long tookMs) {
    public DoneJson(
        QueryJson query,
        CountJson total,
        long rows,
        @Nullable String next,
        boolean complete,
        @Nullable String reason,
        long tookMs) {
      this("done", query, total, rows, next, complete, reason, tookMs);
    }
  }
}
