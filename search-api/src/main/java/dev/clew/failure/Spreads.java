// SPDX-License-Identifier: Apache-2.0
package dev.clew.failure;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many versions and hosts services have, whatever they log there.
 *
 * @param exact false when some may be missing
 */
public record Spreads(
    Map<String, Integer> versionCounts, Map<String, Integer> hostCounts, boolean exact) {

  /** Those of {@code services} in {@code range}; the empty name is that of events without one. */
  public static Spreads of(LogStore store, TimeRange range, List<String> services) {
    if (services.isEmpty()) {
      return new Spreads(Map.of(), Map.of(), true);
    }
    List<Query> any =
        services.stream()
            .map(
                service ->
                    service.isEmpty()
                        ? (Query) new Query.Not(new Query.Exists("service"))
                        : new Query.Is("service", service))
            .toList();
    List<List<Grouping>> groupings =
        List.of(
            List.of(new ByField("service"), new ByField("version")),
            List.of(new ByField("service"), new ByField("host")));
    List<Groups> groups =
        store.aggregateEach(new Selection(Query.or(any), range), groupings, LogStore.MAX_LIMIT);
    return new Spreads(
        counts(groups.get(0)),
        counts(groups.get(1)),
        groups.stream().allMatch(each -> each.complete() && each.total().exact()));
  }

  /** How many versions a service has. */
  public int versions(String service) {
    return versionCounts.getOrDefault(service, 0);
  }

  /** How many hosts a service has. */
  public int hosts(String service) {
    return hostCounts.getOrDefault(service, 0);
  }

  private static Map<String, Integer> counts(Groups groups) {
    Map<String, Integer> counts = new HashMap<>();
    for (Groups.Group group : groups.groups()) {
      if (!group.keys().get(1).isEmpty()) {
        counts.merge(group.keys().get(0), 1, Integer::sum);
      }
    }
    return counts;
  }
}
