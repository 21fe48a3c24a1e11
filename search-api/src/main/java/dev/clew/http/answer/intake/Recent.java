// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.intake.Followed;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What sources wrote of late, by file; nothing where nothing is followed.
 *
 * @param minutes events of the last five minutes
 * @param late events of the last hour that came long after their time
 */
record Recent(Map<String, Long> minutes, Map<String, Long> late) {
  static final Duration RATE = Duration.ofMinutes(5);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST = 1_000;

  static Recent of(LogStore store, Followed followed, Instant now) {
    if (followed.paths().isEmpty()) {
      return new Recent(Map.of(), Map.of());
    }
    return new Recent(
        counts(store, new Query.All(), now.minus(RATE), now),
        counts(store, new Query.Exists(LogEvent.RECEIVED_LATE), now.minus(HOUR), now));
  }

  private static Map<String, Long> counts(LogStore store, Query query, Instant from, Instant to) {
    TimeRange range = new TimeRange(EventTime.nanos(from), EventTime.nanos(to));
    Map<String, Long> counts = new HashMap<>();
    store
        .aggregate(new Selection(query, range), List.of(new ByField("file")), MOST)
        .groups()
        .forEach(group -> counts.put(group.keys().getFirst(), group.count()));
    return counts;
  }
}
