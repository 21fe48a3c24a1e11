// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.change.Deploy;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.pattern.PatternStatements.Statement;
import dev.clew.http.json.PatternsJson.FirstJson;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The earliest event of a pattern in all that is stored, whatever was asked for, and the version
 * that printed it: the one the event names, else the one its service was deployed in last before.
 */
record FirstSeen(LogStore store, List<Deploy> deploys, long until) {

  Optional<FirstJson> of(Statement row) {
    Optional<TimeRange> held = store.status().range();
    if (held.isEmpty() || held.get().from() >= until) {
      return Optional.empty();
    }
    TimeRange range = new TimeRange(held.get().from(), until);
    return store
        .search(new Selection(row.query(), range), Order.OLDEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst()
        .map(this::json);
  }

  private FirstJson json(LogEvent event) {
    Instant time = EventTime.instant(event.time().epochNanos());
    String printed = event.version();
    if (printed != null && !printed.isEmpty()) {
      return new FirstJson(time, event.id().value(), printed, "event");
    }
    String service = event.service();
    Optional<String> deployed = service == null ? Optional.empty() : running(service, time);
    return new FirstJson(
        time,
        event.id().value(),
        deployed.orElse(null),
        deployed.map(each -> "deploy").orElse(null));
  }

  /** The version of the last deploy of {@code service} until {@code time}. */
  private Optional<String> running(String service, Instant time) {
    return deploys.stream()
        .filter(deploy -> service.equalsIgnoreCase(deploy.service()))
        .filter(deploy -> !deploy.time().isAfter(time))
        .max(Comparator.comparing(Deploy::time))
        .map(Deploy::version);
  }
}
