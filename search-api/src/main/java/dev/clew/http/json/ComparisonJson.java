// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import dev.clew.event.EventTime;
import dev.clew.explain.Comparison;
import dev.clew.explain.Finding;
import dev.clew.explain.Location;
import dev.clew.explain.PatternChange;
import dev.clew.explain.RankedService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the window and its baseline; each list best first.
 *
 * @param locations places in the code that the failing events name
 * @param remarks what the comparison lacked
 */
public record ComparisonJson(
    List<ServiceJson> services,
    List<PatternChangeJson> patterns,
    List<LocationJson> locations,
    List<FindingJson> remarks) {

  /** How strongly a service looks like the one where it started. */
  public record ServiceJson(String service, double score, List<FindingJson> findings) {
    static ServiceJson of(RankedService ranked) {
      return new ServiceJson(ranked.service(), ranked.score(), FindingJson.all(ranked.findings()));
    }
  }

  /** A pattern whose rate differs: its count in the window and in the baseline. */
  public record PatternChangeJson(
      String id,
      String template,
      @Nullable String service,
      @Nullable String logger,
      @Nullable String level,
      String kind,
      long now,
      long before,
      double score,
      Instant first,
      String example) {
    static PatternChangeJson of(PatternChange change) {
      return new PatternChangeJson(
          change.pattern().id(),
          change.pattern().template(),
          change.service(),
          change.logger(),
          EventJson.level(change.severity()),
          SuspectJson.word(change.kind()),
          change.now(),
          change.before(),
          change.score(),
          EventTime.instant(change.first()),
          change.example().id().value());
    }
  }

  /** A place in the code; {@code line} is 0 when unknown. */
  public record LocationJson(
      String file, String function, int line, double score, List<FindingJson> findings) {
    static LocationJson of(Location location) {
      return new LocationJson(
          location.file(),
          location.function(),
          location.line(),
          location.score(),
          FindingJson.all(location.findings()));
    }
  }

  /** An observation and the event that shows it. */
  public record FindingJson(double weight, String text, @Nullable String event) {
    static List<FindingJson> all(List<Finding> findings) {
      return findings.stream().map(FindingJson::of).toList();
    }

    private static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.weight(),
          finding.text(),
          finding.event().map(event -> event.id().value()).orElse(null));
    }
  }

  public static ComparisonJson of(Comparison comparison) {
    return new ComparisonJson(
        comparison.services().stream().map(ServiceJson::of).toList(),
        comparison.patterns().stream().map(PatternChangeJson::of).toList(),
        comparison.locations().stream().map(LocationJson::of).toList(),
        FindingJson.all(comparison.remarks()));
  }
}
