// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.failure;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.json.failure.ErrorJson.SinceJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was deployed when.
 *
 * @param changes all that are known
 * @param held the time of which anything is stored
 */
record Since(List<Change> changes, Optional<TimeRange> held) {

  /** The last deploy of a service before a moment; null when none is known. */
  @Nullable SinceJson before(String service, long moment) {
    return last(service, moment)
        .map(
            deploy ->
                new SinceJson(
                    deploy.time(),
                    deploy.version(),
                    deploy.commit(),
                    deploy.label(),
                    TimeUnit.NANOSECONDS.toMillis(moment - EventTime.nanos(deploy.time()))))
        .orElse(null);
  }

  /**
   * Whether something that began then was not there before the last deploy before {@code until};
   * null when that cannot be told.
   */
  @Nullable Boolean isFresh(String service, long began, long until) {
    Optional<Deploy> latest = last(service, until);
    if (latest.isEmpty() || held.isEmpty()) {
      return null;
    }
    long deployed = EventTime.nanos(latest.get().time());
    return held.get().from() < deployed ? Boolean.valueOf(began >= deployed) : null;
  }

  private Optional<Deploy> last(String service, long moment) {
    return changes.stream()
        .filter(Deploy.class::isInstance)
        .map(Deploy.class::cast)
        .filter(deploy -> deploy.service() == null || deploy.service().equalsIgnoreCase(service))
        .filter(deploy -> EventTime.nanos(deploy.time()) <= moment)
        .max(Comparator.comparing(Deploy::time));
  }
}
