// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.code.remote.AllowedHosts;
import dev.clew.code.remote.Place;
import dev.clew.event.TimeRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to investigate.
 *
 * @param logs logs and spans of the incident
 * @param baseline logs of a normal run; where there are none the time before the incident is the
 *     normal
 * @param range the incident; open ends where nobody said
 * @param baselineRange the normal time; null for all of it
 * @param repositories service to Git repository; {@code *} serves every service
 * @param allowed hosts from which they may be fetched
 * @param changes files that list deploys, configuration runs and flags
 * @param alert a JSON file of the monitor that fired
 */
public record Inquiry(
    List<Path> logs,
    List<Path> baseline,
    TimeRange range,
    @Nullable TimeRange baselineRange,
    Map<String, Place> repositories,
    AllowedHosts allowed,
    List<Path> changes,
    @Nullable Path alert) {

  /** The same question about other stretches of time. */
  Inquiry in(TimeRange incident, TimeRange normal) {
    return new Inquiry(logs, baseline, incident, normal, repositories, allowed, changes, alert);
  }
}
