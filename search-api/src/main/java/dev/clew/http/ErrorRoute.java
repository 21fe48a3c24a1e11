// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.failure.ErrorsEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.json.failure.ErrorsJson;
import java.util.List;

/** The route about errors. */
final class ErrorRoute {
  private ErrorRoute() {}

  static Route of(Workbench workbench, Questions questions, Parameters parameters) {
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
