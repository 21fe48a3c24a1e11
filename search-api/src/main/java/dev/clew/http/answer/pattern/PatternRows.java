// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.pattern;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.pattern.PatternStatements.Statement;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.PatternsJson.PatternJson;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Optional;

/**
 * Tells of a statement all that is asked for.
 *
 * @param query what was asked, the statement apart
 * @param total events of the selection
 * @param now how patterns went in the time asked for; empty when nobody asks
 * @param before the same of the time it is compared with
 * @param first when they were first seen; empty when nobody asks
 */
record PatternRows(
    LogStore answering,
    Query query,
    long total,
    PatternRates rates,
    Optional<PatternTrends> now,
    Optional<PatternTrends> before,
    Optional<FirstSeen> first) {

  /** None when the last of its events has expired since they were counted. */
  Optional<PatternJson> of(Statement row) {
    return latest(row)
        .map(
            example ->
                new PatternJson(
                    row.id(),
                    row.template(),
                    row.members(),
                    row.queryText(),
                    row.now(),
                    total == 0 ? 0 : (double) row.now() / total,
                    List.copyOf(row.services()),
                    EventJson.level(row.severity()),
                    EventTime.instant(row.first()),
                    EventTime.instant(row.last()),
                    row.before(),
                    rates.kind(row.now(), row.before()),
                    example.id().value(),
                    now.map(trends -> trends.of(row, row.now())).orElse(null),
                    before.map(trends -> trends.of(row, row.before())).orElse(null),
                    first.flatMap(search -> search.of(row)).orElse(null)));
  }

  /** The event at the time the tally saw last. */
  private Optional<LogEvent> latest(Statement row) {
    Query those = Query.and(List.of(query, row.query()));
    TimeRange then = new TimeRange(row.last(), Math.max(row.last(), row.last() + 1));
    return answering
        .search(new Selection(those, then), Order.NEWEST_FIRST, Optional.empty(), 1)
        .events()
        .stream()
        .findFirst();
  }
}
