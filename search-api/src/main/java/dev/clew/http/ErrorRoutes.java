// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.failure.CodeEndpoint;
import dev.clew.http.answer.failure.ErrorsEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.json.failure.CodeJson;
import dev.clew.http.json.failure.ErrorsJson;
import java.util.List;

/** The routes about errors. */
final class ErrorRoutes {
  private ErrorRoutes() {}

  /** All of them, in the order docs/api.md shows them. */
  static List<Route> of(Workbench workbench, Questions questions, Parameters parameters) {
    return List.of(errors(workbench, questions, parameters), code(workbench, parameters));
  }

  private static Route code(Workbench workbench, Parameters parameters) {
    return new Route(
        "/api/code",
        "The line of source that an event failed in, as it ran; no change is weighed",
        List.of(parameters.failed, parameters.timeout),
        Weight.PAGE,
        CodeJson.class,
        new CodeEndpoint(
            workbench.store(), workbench.repositories(), workbench.changes(), parameters));
  }

  private static Route errors(Workbench workbench, Questions questions, Parameters parameters) {
    return new Route(
        "/api/errors",
        "The errors of a selection: how many, since when, where, and what was said of them",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.errors,
            parameters.errorOrder,
            parameters.errorGroup,
            parameters.errorEvent,
            parameters.timeout),
        Weight.GROUPS,
        ErrorsJson.class,
        new ErrorsEndpoint(
            workbench.store(),
            workbench.zone(),
            workbench.repositories(),
            workbench.changes(),
            workbench.notebook(),
            questions,
            parameters));
  }
}
