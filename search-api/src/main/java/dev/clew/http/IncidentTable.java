// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.incident.IncidentEndpoint;
import dev.clew.http.answer.incident.IncidentsEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.json.incident.BlockJson;
import dev.clew.http.json.incident.CopyJson;
import dev.clew.http.json.incident.IncidentJson;
import dev.clew.http.json.incident.IncidentsJson;
import dev.clew.incident.Incidents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes by which incidents are read. */
final class IncidentTable {
  private final @Nullable Incidents incidents;
  private final Parameters parameters;

  IncidentTable(@Nullable Incidents incidents, Parameters parameters) {
    this.incidents = incidents;
    this.parameters = parameters;
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Route> all() {
    IncidentEndpoint one = new IncidentEndpoint(incidents, parameters);
    String path = IncidentRoutes.INCIDENTS + "/{id}";
    return List.of(
        new Route(
            IncidentRoutes.INCIDENTS,
            "All incidents, the latest first",
            List.of(),
            Weight.PAGE,
            IncidentsJson.class,
            new IncidentsEndpoint(incidents)),
        new Route(
            path,
            "One incident: marks, evidence, timeline and document",
            List.of(parameters.incident),
            Weight.PAGE,
            IncidentJson.class,
            one.whole()),
        new Route(
            path + "/evidence/{evidence}",
            "A piece of evidence with the stored answer",
            List.of(parameters.incident, parameters.evidence),
            Weight.PAGE,
            CopyJson.class,
            one.evidence()),
        new Route(
            path + "/blocks/{block}/versions",
            "Every text that a block had",
            List.of(parameters.incident, parameters.block),
            Weight.PAGE,
            BlockJson.VersionsJson.class,
            one.versions()),
        new Route(
            path + "/history",
            "What was done to an incident",
            List.of(parameters.incident),
            Weight.PAGE,
            IncidentsJson.HistoryJson.class,
            one.history()));
  }
}
