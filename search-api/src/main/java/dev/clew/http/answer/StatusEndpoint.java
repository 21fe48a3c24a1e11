// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.change.KnownChanges;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.Request;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.StatusJson;
import dev.clew.http.json.StatusJson.ServiceJson;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the store holds and what it is compared with. */
public final class StatusEndpoint implements Endpoint {
  private static final int MOST_SERVICES = 1_000;

  private final String title;
  private final String version;
  private final ZoneId zone;
  private final LogStore store;
  private final SortedSet<String> repositories;
  private final KnownChanges changes;
  private final boolean keeps;

  /**
   * @param title what the workbench calls what it shows
   * @param version of Clew
   * @param repositories the services whose source code is known
   * @param changes those that are known, commits of repositories apart
   * @param keeps that what people tell is taken and kept
   */
  public StatusEndpoint(
      String title,
      String version,
      ZoneId zone,
      LogStore store,
      Collection<String> repositories,
      KnownChanges changes,
      boolean keeps) {
    this.title = title;
    this.version = version;
    this.zone = zone;
    this.store = store;
    this.repositories = new TreeSet<>(repositories);
    this.changes = changes;
    this.keeps = keeps;
  }

  @Override
  public StatusJson answer(Request request) {
    StoreStatus status = store.status();
    return new StatusJson(
        title,
        version,
        zone.getId(),
        status.events(),
        status.range().map(RangeJson::of).orElse(null),
        services(request.waiter()),
        List.copyOf(repositories),
        changes.toldCount(),
        keeps);
  }

  private List<ServiceJson> services(Until until) {
    Selection everything = new Selection(new Query.All(), TimeRange.ALL);
    return store
        .waiting(until)
        .aggregate(everything, List.of(new ByField("service")), MOST_SERVICES)
        .groups()
        .stream()
        .filter(group -> !group.keys().getFirst().isEmpty())
        .map(group -> new ServiceJson(group.keys().getFirst(), group.count()))
        .toList();
  }
}
