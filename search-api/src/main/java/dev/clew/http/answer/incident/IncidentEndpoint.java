// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.incident.BlockJson;
import dev.clew.http.json.incident.CopyJson;
import dev.clew.http.json.incident.IncidentJson;
import dev.clew.http.json.incident.IncidentsJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.incident.Incident;
import dev.clew.incident.Incidents;
import org.jspecify.annotations.Nullable;

/** One incident, or a part of it. */
public final class IncidentEndpoint {
  private final @Nullable Incidents incidents;
  private final Parameters parameters;

  /**
   * @param incidents null where none are kept
   */
  public IncidentEndpoint(@Nullable Incidents incidents, Parameters parameters) {
    this.incidents = incidents;
    this.parameters = parameters;
  }

  /** Answers with the incident, whole. */
  public Endpoint whole() {
    return request -> {
      String id = request.get(parameters.incident);
      Incident incident = kept(request).find(id).orElseThrow(() -> unknown(id));
      return IncidentJson.of(incident);
    };
  }

  /** Answers with a piece of evidence and its copy. */
  public Endpoint evidence() {
    return request -> {
      String id = request.get(parameters.incident);
      String piece = request.get(parameters.evidence);
      Incidents kept = kept(request);
      return CopyJson.of(kept.evidence(id, piece), kept.copy(id, piece));
    };
  }

  /** Answers with the texts that a block had. */
  public Endpoint versions() {
    return request -> {
      String block = request.get(parameters.block);
      return BlockJson.VersionsJson.of(
          kept(request).versions(request.get(parameters.incident), block));
    };
  }

  /** Answers with what was done to the incident. */
  public Endpoint history() {
    return request ->
        IncidentsJson.HistoryJson.of(kept(request).history(request.get(parameters.incident)));
  }

  private Incidents kept(Request request) {
    if (incidents == null) {
      throw unknown(request.get(parameters.incident));
    }
    return incidents;
  }

  private static Problem unknown(String id) {
    return new Problem(
        ProblemType.UNKNOWN_INCIDENT,
        "there is no incident \"%s\"".formatted(id),
        "/api/incidents lists those there are");
  }
}
