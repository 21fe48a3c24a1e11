// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Request;
import dev.clew.http.json.incident.IncidentsJson;
import dev.clew.incident.Incidents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All incidents. */
public final class IncidentsEndpoint implements Endpoint {
  private final @Nullable Incidents incidents;

  /**
   * @param incidents null where none are kept
   */
  public IncidentsEndpoint(@Nullable Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public IncidentsJson answer(Request request) {
    return incidents == null
        ? IncidentsJson.of(false, List.of())
        : IncidentsJson.of(true, incidents.list());
  }
}
