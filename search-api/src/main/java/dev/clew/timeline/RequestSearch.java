// SPDX-License-Identifier: Apache-2.0
package dev.clew.timeline;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.Groups.Group;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.timeline.Requests.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the requests that errors belong to. */
final class RequestSearch {
  private static final ByField TRACE = new ByField("trace");

  private final ClockedCounts counts;

  RequestSearch(ClockedCounts counts) {
    this.counts = counts;
  }

  /** The requests of {@code errors}. */
  Requests find(Selection errors) {
    Query traced = Query.and(List.of(errors.query(), new Query.Exists("trace")));
    Groups failing =
        counts.aggregate(new Selection(traced, errors.range()), List.of(TRACE), LogStore.MAX_LIMIT);
    List<Group> earliest =
        failing.groups().stream()
            .sorted(Comparator.comparingLong(Group::first).thenComparing(RequestSearch::id))
            .limit(Requests.MOST)
            .toList();
    Map<String, List<Group>> services = services(earliest);
    return new Requests(
        new Count(failing.groups().size(), failing.complete() && failing.total().exact()),
        earliest.stream().map(group -> request(group, services.get(id(group)))).toList());
  }

  private static String id(Group group) {
    return group.keys().getFirst();
  }

  /** For each trace its services, by their first events. */
  private Map<String, List<Group>> services(List<Group> traces) {
    Map<String, List<Group>> services = new HashMap<>();
    if (!traces.isEmpty()) {
      List<Query> each = traces.stream().<Query>map(t -> new Query.Is("trace", id(t))).toList();
      counts
          .aggregate(
              new Selection(Query.or(each), TimeRange.ALL),
              List.of(TRACE, new ByField("service")),
              LogStore.MAX_LIMIT)
          .groups()
          .stream()
          .sorted(Comparator.comparingLong(Group::first))
          .forEach(
              group -> services.computeIfAbsent(id(group), id -> new ArrayList<>()).add(group));
    }
    return services;
  }

  private static Request request(Group errors, @Nullable List<Group> all) {
    List<Group> parts = all == null ? List.of(errors) : all;
    return new Request(
        id(errors),
        parts.stream().mapToLong(Group::first).min().orElse(errors.first()),
        parts.stream().mapToLong(Group::last).max().orElse(errors.last()),
        errors.first(),
        errors.count(),
        parts.stream().mapToLong(Group::count).sum(),
        all == null
            ? List.of()
            : all.stream().map(g -> g.keys().get(1)).filter(name -> !name.isEmpty()).toList());
  }
}
