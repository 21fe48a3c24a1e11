// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last event of a service. A field whose values are the same in both is not
 * counted, which is what makes looking at attributes cheap; a value that went and came back in
 * between is not seen.
 */
record Probe(LogEvent first, LogEvent last) {

  /** One for each of the largest services. */
  static Map<String, Probe> of(Signs signs) {
    Map<String, Probe> probes = new LinkedHashMap<>();
    for (String service : signs.services()) {
      Query of = new Query.Is("service", service);
      List<LogEvent> first = signs.events(of, TimeRange.ALL, Order.OLDEST_FIRST, 1);
      List<LogEvent> last = signs.events(of, TimeRange.ALL, Order.NEWEST_FIRST, 1);
      if (!first.isEmpty() && !last.isEmpty()) {
        probes.put(service, new Probe(first.getFirst(), last.getFirst()));
      }
    }
    return probes;
  }

  /** The first of {@code fields} that both events have, with different values. */
  Optional<String> differing(List<String> fields) {
    return fields.stream()
        .filter(
            field -> {
              @Nullable String before = first.attributes().get(field);
              @Nullable String after = last.attributes().get(field);
              return before != null && after != null && !before.equals(after);
            })
        .findFirst();
  }
}
