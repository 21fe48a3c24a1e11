// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clew.app.report.EventText;
import dev.clew.code.home.Home;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.explain.Finding;
import dev.clew.explain.Location;
import dev.clew.explain.Onset;
import dev.clew.explain.PatternChange;
import dev.clew.explain.RankedService;
import dev.clew.suspect.Report;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code clew investigate --json} prints for one case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportJson(
    @Nullable String id,
    List<ServiceJson> services,
    List<LocationJson> locations,
    List<PatternJson> patterns,
    @Nullable OnsetJson onset,
    List<SuspectJson> suspects,
    List<SuspectJson.ClearedJson> cleared,
    List<Home> folders,
    List<String> unknowns) {

  public static ReportJson of(@Nullable String id, Report report) {
    return new ReportJson(
        id,
        report.comparison().services().stream().map(ServiceJson::of).toList(),
        report.comparison().locations().stream().map(LocationJson::of).toList(),
        report.comparison().patterns().stream().map(PatternJson::of).toList(),
        report.comparison().onset().map(OnsetJson::of).orElse(null),
        report.suspects().suspects().stream().map(SuspectJson::of).toList(),
        report.suspects().cleared().stream().map(SuspectJson.ClearedJson::of).toList(),
        report.suspects().folders(),
        report.suspects().unknowns());
  }

  record FindingJson(double weight, String text) {
    static List<FindingJson> of(List<Finding> findings) {
      return findings.stream()
          .map(finding -> new FindingJson(Rounded.of(finding.weight()), finding.text()))
          .toList();
    }
  }

  record ServiceJson(String service, double score, List<FindingJson> evidence) {
    static ServiceJson of(RankedService service) {
      return new ServiceJson(
          service.service(), Rounded.of(service.score()), FindingJson.of(service.findings()));
    }
  }

  record LocationJson(
      String file, String function, int line, double score, List<FindingJson> evidence) {
    static LocationJson of(Location place) {
      return new LocationJson(
          place.file(),
          place.function(),
          place.line(),
          Rounded.of(place.score()),
          FindingJson.of(place.findings()));
    }
  }

  record PlaceJson(String file, long line) {
    static PlaceJson of(LogEvent event) {
      return new PlaceJson(event.origin().file(), event.origin().line());
    }
  }

  record PatternJson(
      String pattern,
      @Nullable String service,
      @Nullable String logger,
      String change,
      long now,
      long before,
      double score,
      String first,
      PlaceJson example) {
    static PatternJson of(PatternChange change) {
      return new PatternJson(
          change.pattern().template(),
          change.service(),
          change.logger(),
          change.kind().name().toLowerCase(Locale.ROOT),
          change.now(),
          change.before(),
          Rounded.of(change.score()),
          EventTime.instant(change.first()).toString(),
          PlaceJson.of(change.example()));
    }
  }

  record OnsetJson(String time, OnsetEventJson event) {
    static OnsetJson of(Onset onset) {
      LogEvent event = onset.event();
      return new OnsetJson(
          EventTime.instant(onset.epochNanos()).toString(),
          new OnsetEventJson(
              event.origin().file(), event.origin().line(), EventText.message(event)));
    }
  }

  record OnsetEventJson(String file, long line, String text) {}
}
