// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.event.TimeRange;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.StatusJson;
import dev.clew.http.json.StatusJson.ServiceJson;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import java.util.List;

/** What the store holds and what it is compared with. */
final class StatusEndpoint implements Endpoint {
  private static final int MOST_SERVICES = 1_000;

  private final Workbench workbench;

  StatusEndpoint(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public StatusJson answer(Request request) {
    StoreStatus status = workbench.store().status();
    return new StatusJson(
        workbench.title(),
        workbench.version(),
        workbench.zone().getId(),
        status.events(),
        status.range().map(RangeJson::of).orElse(null),
        services(workbench.store()),
        workbench.repositories().keySet().stream().sorted().toList(),
        workbench.changes().size());
  }

  private static List<ServiceJson> services(LogStore store) {
    Selection everything = new Selection(new Query.All(), TimeRange.ALL);
    return store
        .aggregate(everything, List.of(new ByField("service")), MOST_SERVICES)
        .groups()
        .stream()
        .filter(group -> !group.keys().getFirst().isEmpty())
        .map(group -> new ServiceJson(group.keys().getFirst(), group.count()))
        .toList();
  }
}
