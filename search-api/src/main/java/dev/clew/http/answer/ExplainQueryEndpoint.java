// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.QueryJson;

/** How a query text is understood. */
public final class ExplainQueryEndpoint implements Endpoint {
  private final PipelineReading reading;
  private final Parameters parameters;

  public ExplainQueryEndpoint(PipelineReading reading, Parameters parameters) {
    this.reading = reading;
    this.parameters = parameters;
  }

  @Override
  public QueryJson answer(Request request) {
    return PipelineReading.understood(reading.read(request.get(parameters.query)));
  }
}
