// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.event.EventTime;
import dev.clew.facet.Dropped;
import dev.clew.facet.Facet;
import dev.clew.facet.FacetLimits;
import dev.clew.facet.Facets;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which events differ.
 *
 * @param start of the first step of time
 * @param steps how many there are: each value has as many numbers
 * @param moreDropped fields that were dropped and are not listed
 * @param sampled events that were read to learn which attributes there are; 0 when all were
 * @param complete false when events may be missing in a count
 * @param reason why it is not complete
 */
public record FacetsJson(
    QueryJson query,
    RangeJson range,
    CountJson total,
    Instant start,
    long stepMs,
    int steps,
    List<FacetJson> fields,
    List<DroppedJson> dropped,
    int moreDropped,
    LimitsJson limits,
    long sampled,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /**
   * A field.
   *
   * @param different how many values there are; at least so many when not exact
   * @param missing events without the field
   * @param exact false when events may be missing in the counts
   */
  public record FacetJson(
      String name, List<FacetValueJson> values, CountJson different, long missing, boolean exact) {}

  /**
   * A value, and how many events have it: in all, and in each step of time.
   *
   * @param steps in ascending time
   */
  public record FacetValueJson(String value, long count, List<Long> steps) {}

  /**
   * A field that is left out.
   *
   * @param reason {@code one_value}, {@code nearly_all_differ}, {@code too_many_fields} or {@code
   *     not_counted}
   * @param detail the same in numbers
   */
  public record DroppedJson(String name, String reason, String detail) {}

  /** Most fields that are counted, values of each that are listed, and steps of time. */
  public record LimitsJson(int fields, int values, int buckets) {}

  /** {@code facets} as the answer to {@code query}. */
  public static FacetsJson of(
      QueryJson query,
      RangeJson range,
      Facets facets,
      FacetLimits limits,
      @Nullable String reason,
      long tookMs) {
    return new FacetsJson(
        query,
        range,
        CountJson.of(facets.total()),
        EventTime.instant(facets.start()),
        TimeUnit.NANOSECONDS.toMillis(facets.step().stepNanos()),
        facets.steps(),
        facets.facets().stream().map(FacetsJson::json).toList(),
        facets.dropped().stream().map(FacetsJson::json).toList(),
        facets.unnamed(),
        new LimitsJson(limits.fields(), limits.values(), limits.steps()),
        facets.sampled(),
        facets.complete(),
        reason,
        tookMs);
  }

  private static FacetJson json(Facet facet) {
    return new FacetJson(
        facet.name(),
        facet.values().stream()
            .map(value -> new FacetValueJson(value.text(), value.count(), value.steps()))
            .toList(),
        CountJson.of(facet.different()),
        facet.missing(),
        facet.exact());
  }

  private static DroppedJson json(Dropped dropped) {
    return new DroppedJson(
        dropped.name(), dropped.reason().name().toLowerCase(Locale.ROOT), dropped.detail());
  }
}
