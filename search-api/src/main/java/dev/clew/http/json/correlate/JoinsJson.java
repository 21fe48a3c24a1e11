// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.correlate.join.Joins;
import dev.clew.correlate.join.Joins.JoinKey;
import dev.clew.correlate.join.Place;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.RangeJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values by which services can be joined.
 *
 * @param keys the best first
 * @param left values that were left out because there were too many
 * @param read how many of the {@code total} events were read
 * @param stretches in how many stretches of time they lie; 1 when all were read
 * @param complete false when events could not be read in time or at all
 * @param reason why it is not complete
 */
public record JoinsJson(
    RangeJson range,
    List<KeyJson> keys,
    List<LinkJson> links,
    List<RejectedJson> rejected,
    long left,
    CountJson total,
    long read,
    int stretches,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** Where a service names a value: a field, or the word before it in a message. */
  public record PlaceJson(String service, String name) {
    static PlaceJson of(Place place) {
      return new PlaceJson(place.service(), place.name());
    }
  }

  /**
   * A proposal.
   *
   * @param values different values, of which {@code joinedValues} were seen in several services
   *     within seconds
   * @param events that name a value, of which {@code joinedEvents} are joined
   * @param coverage share of all events read that it joins, 0 to 1
   * @param falseJoins share of the joined values that were also seen far apart, 0 to 1
   * @param score coverage × (1 − falseJoins)
   */
  public record KeyJson(
      String name,
      List<String> services,
      List<PlaceJson> places,
      int values,
      int joinedValues,
      int events,
      int joinedEvents,
      double coverage,
      double falseJoins,
      double medianSpreadMs,
      double score,
      String example) {
    static KeyJson of(JoinKey key) {
      return new KeyJson(
          key.name(),
          key.services(),
          key.places().stream().map(PlaceJson::of).toList(),
          key.values(),
          key.joined(),
          key.events(),
          key.joinedEvents(),
          rounded(key.coverage()),
          rounded(key.falseJoins()),
          Millis.of(key.spreadNanos()),
          rounded(key.score()),
          key.example());
    }
  }

  /** Two names whose values stand in the same events, with two that do. */
  public record LinkJson(
      String from,
      String to,
      int events,
      double perFrom,
      double perTo,
      String exampleFrom,
      String exampleTo) {
    static LinkJson of(Joins.Link link) {
      return new LinkJson(
          link.from(),
          link.to(),
          link.events(),
          rounded(link.perFrom()),
          rounded(link.perTo()),
          link.exampleFrom(),
          link.exampleTo());
    }
  }

  /** Places that share values by which they should not be joined, and why. */
  public record RejectedJson(PlaceJson one, PlaceJson other, int values, String reason) {}

  /** {@code joins} as the answer for {@code range}. */
  public static JoinsJson of(RangeJson range, Joins joins, @Nullable String reason, long tookMs) {
    return new JoinsJson(
        range,
        joins.keys().stream().map(KeyJson::of).toList(),
        joins.links().stream().map(LinkJson::of).toList(),
        joins.rejected().stream()
            .map(
                each ->
                    new RejectedJson(
                        PlaceJson.of(each.one()),
                        PlaceJson.of(each.other()),
                        each.values(),
                        each.reason()))
            .toList(),
        joins.left(),
        CountJson.of(joins.sample().total()),
        joins.sample().read(),
        joins.sample().stretches(),
        joins.sample().complete(),
        reason,
        tookMs);
  }

  /** To four digits after the point. */
  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }
}
