// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.find;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a question and events.
 *
 * @param total events that match; 0 where this is worth asking
 * @param without clauses whose removal gives events, the largest gain first
 * @param clauses at the top of the query, and {@code tried} how many of them were left out in turn
 * @param elsewhere the same query at other times; no item where the range is the whole store's
 * @param nearest the events that match closest before and after the range
 * @param services those that the query names
 * @param complete false when events may be missing in a count
 * @param reason why it is not complete
 */
public record WhyNoneJson(
    QueryJson query,
    RangeJson range,
    CountJson total,
    List<WithoutJson> without,
    int clauses,
    int tried,
    List<ElsewhereJson> elsewhere,
    List<NearestJson> nearest,
    List<NamedServiceJson> services,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** What to ask to see it; a null end is as open as it sounds. */
  public record AskJson(String q, @Nullable Instant from, @Nullable Instant to) {}

  /** How many events match without one clause, which is said as text and in words. */
  public record WithoutJson(String clause, String words, CountJson total, AskJson ask) {}

  /**
   * How many events match at another time.
   *
   * @param when {@code last_day}: the day up to the newest event; or {@code whole_store}
   */
  public record ElsewhereJson(String when, CountJson total, AskJson ask) {}

  /**
   * An event that matches outside the range.
   *
   * @param side {@code before} or {@code after}
   */
  public record NearestJson(String side, Instant time, AskJson ask) {}

  /**
   * A service that the query names.
   *
   * @param events it wrote in the range
   * @param last its last event up to the end of the range; null when there is none
   * @param next its first event after the range; null when there is none
   * @param silent true when it wrote nothing in the range, or has stopped long before the end of it
   * @param ask shows its last events, or the next; null when it has none at all
   */
  public record NamedServiceJson(
      String service,
      CountJson events,
      @Nullable Instant last,
      @Nullable Instant next,
      boolean silent,
      @Nullable AskJson ask) {}
}
