// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.QueryJson;

/** How a query text is understood. */
public final class ExplainQueryEndpoint implements Endpoint {
  private final Parameters parameters;

  public ExplainQueryEndpoint(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public QueryJson answer(Request request) {
    String text = request.get(parameters.query);
    return PipelineReading.understood(text, PipelineReading.read(text));
  }
}
