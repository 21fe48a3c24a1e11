// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which programs log on which host: a configuration run names the host that it changed, and seldom
 * the program.
 *
 * @param byHost services by the host's name in small letters, those with most events first
 */
record HostNeighbours(Map<String, List<String>> byHost) {
  /** More hosts than this in one question cost more than they tell. */
  private static final int MOST_HOSTS = 200;

  /** The hosts of changes that name no program, at most {@value #MOST_HOSTS}. */
  static Set<String> hosts(List<Change> changes) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Change change : changes) {
      if (change instanceof ConfigChange config
          && config.service() == null
          && config.host() != null
          && hosts.size() < MOST_HOSTS) {
        hosts.add(config.host());
      }
    }
    return hosts;
  }

  static HostNeighbours of(LogStore store, Set<String> hosts) {
    Map<String, List<String>> found = new HashMap<>();
    if (!hosts.isEmpty()) {
      Query named =
          Query.or(hosts.stream().<Query>map(host -> new Query.Is("host", host)).toList());
      store
          .aggregate(
              new Selection(named, TimeRange.ALL),
              List.of(new ByField("host"), new ByField("service")),
              LogStore.MAX_LIMIT)
          .groups()
          .stream()
          .filter(group -> !group.keys().get(1).isEmpty())
          .forEach(
              group ->
                  found
                      .computeIfAbsent(folded(group.keys().get(0)), none -> new ArrayList<>())
                      .add(group.keys().get(1)));
    }
    return new HostNeighbours(found);
  }

  /** The changes, each that names a host and no program with the programs that log there. */
  List<Change> attach(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                change instanceof ConfigChange config
                        && config.service() == null
                        && config.host() != null
                    ? config.withNeighbours(byHost.getOrDefault(folded(config.host()), List.of()))
                    : change)
        .toList();
  }

  private static String folded(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
