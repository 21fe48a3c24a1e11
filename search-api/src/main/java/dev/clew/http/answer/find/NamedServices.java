// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.find;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.find.WhyNoneEndpoint.Counting;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.find.WhyNoneJson.AskJson;
import dev.clew.http.json.find.WhyNoneJson.NamedServiceJson;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The services that a query names: when each was heard last. */
final class NamedServices {
  private static final int MOST = 10;
  private static final Set<String> FIELDS = Set.of("service", "service.name");

  /** A pause shorter than this is no silence. */
  private static final long LEAST_SILENCE = Duration.ofMinutes(1).toNanos();

  /** Nor is one shorter than so many of the usual pauses. */
  private static final int USUAL_PAUSES = 10;

  private static final Duration AROUND = Duration.ofMinutes(5);

  private NamedServices() {}

  /** Those that the query asks for, not those that it leaves out. */
  static List<NamedServiceJson> in(Query query, TimeRange range, Counting counting) {
    Set<String> names = new LinkedHashSet<>();
    collect(query, names);
    return names.stream().limit(MOST).map(name -> named(name, range, counting)).toList();
  }

  private static void collect(Query query, Set<String> names) {
    switch (query) {
      case Query.Is is -> {
        if (FIELDS.contains(is.field())) {
          names.add(is.value());
        }
      }
      case Query.And and -> and.parts().forEach(part -> collect(part, names));
      case Query.Or or -> or.parts().forEach(part -> collect(part, names));
      default -> {
        // names no service by its whole name
      }
    }
  }

  private static NamedServiceJson named(String name, TimeRange range, Counting counting) {
    Query service = new Query.Is("service", name);
    Count events = counting.of(service, range);
    TimeRange until = new TimeRange(Long.MIN_VALUE, range.to());
    TimeRange after = new TimeRange(range.to(), Long.MAX_VALUE);
    Optional<Instant> last = counting.first(service, until, Order.NEWEST_FIRST);
    Optional<Instant> next = counting.first(service, after, Order.OLDEST_FIRST);
    @Nullable Instant shown = last.or(() -> next).orElse(null);
    return new NamedServiceJson(
        name,
        CountJson.of(events),
        last.orElse(null),
        next.orElse(null),
        isSilent(service, events, last, range, counting),
        shown == null
            ? null
            : new AskJson(service.toString(), shown.minus(AROUND), shown.plusSeconds(1)));
  }

  private static boolean isSilent(
      Query service, Count events, Optional<Instant> last, TimeRange range, Counting counting) {
    if (events.value() == 0 || last.isEmpty()) {
      return true;
    }
    long first =
        counting
            .first(service, range, Order.OLDEST_FIRST)
            .map(EventTime::nanos)
            .orElse(range.from());
    long end = counting.held().map(held -> Math.min(held.to(), range.to())).orElse(range.to());
    long heard = EventTime.nanos(last.get());
    long usual = (heard - first) / events.value();
    return end - heard > Math.max(LEAST_SILENCE, usual * USUAL_PAUSES);
  }
}
