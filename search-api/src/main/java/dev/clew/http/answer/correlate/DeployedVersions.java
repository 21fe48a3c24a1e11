// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.correlate;

import dev.clew.change.Deploy;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.json.correlate.TimelineJson.VersionJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which version of a service ran when, by its deploys: each until the next one. */
final class DeployedVersions {
  private DeployedVersions() {}

  /** For each service the stretches of {@code range} of which a deploy names the version. */
  static Map<String, List<VersionJson>> within(TimeRange range, List<Deploy> deploys) {
    Map<String, List<Deploy>> services = new HashMap<>();
    deploys.stream()
        .filter(deploy -> deploy.service() != null)
        .sorted(Comparator.comparing(Deploy::time))
        .forEach(
            deploy ->
                services.computeIfAbsent(deploy.service(), none -> new ArrayList<>()).add(deploy));
    Map<String, List<VersionJson>> versions = new HashMap<>();
    services.forEach(
        (service, each) -> {
          List<VersionJson> found = versions(range, each);
          if (!found.isEmpty()) {
            versions.put(service, found);
          }
        });
    return versions;
  }

  private static List<VersionJson> versions(TimeRange range, List<Deploy> deploys) {
    List<VersionJson> found = new ArrayList<>();
    Deploy first = deploys.getFirst();
    add(found, range, first.before(), range.from(), EventTime.nanos(first.time()));
    for (int i = 0; i < deploys.size(); i++) {
      Deploy deploy = deploys.get(i);
      long end = i + 1 < deploys.size() ? EventTime.nanos(deploys.get(i + 1).time()) : range.to();
      add(found, range, deploy.version(), EventTime.nanos(deploy.time()), end);
    }
    return found;
  }

  private static void add(
      List<VersionJson> found, TimeRange range, @Nullable String version, long from, long to) {
    long start = Math.max(from, range.from());
    long end = Math.min(to, range.to());
    if (version != null && start < end) {
      Instant at = EventTime.instant(start);
      found.add(new VersionJson(version, at, EventTime.instant(end), "deploys"));
    }
  }
}
