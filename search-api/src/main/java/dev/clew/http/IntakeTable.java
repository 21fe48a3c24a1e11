// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.intake.ImportEndpoint;
import dev.clew.http.answer.intake.ImportsEndpoint;
import dev.clew.http.answer.intake.SourcesEndpoint;
import dev.clew.http.answer.intake.UnreadEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.json.intake.ImportJson;
import dev.clew.http.json.intake.SourcesJson;
import dev.clew.http.json.intake.UnreadJson;
import dev.clew.intake.Intake;
import java.util.List;

/** The routes about where events come from. */
final class IntakeTable {
  private final Workbench workbench;
  private final Parameters parameters;

  IntakeTable(Workbench workbench, Parameters parameters) {
    this.workbench = workbench;
    this.parameters = parameters;
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Route> all() {
    Intake intake = workbench.intake();
    return List.of(
        new Route(
            "/api/sources",
            "Where the events come from, how the sources are, and where services have their code",
            List.of(parameters.timeout),
            Weight.GROUPS,
            SourcesJson.class,
            new SourcesEndpoint(
                workbench.store(), intake, workbench.repositories(), workbench.clock())),
        new Route(
            "/api/sources/rejected",
            "The lines of a source that were not understood, with the reasons",
            List.of(parameters.source, parameters.offset, parameters.unreadLines),
            Weight.NONE,
            UnreadJson.class,
            new UnreadEndpoint(workbench.store(), intake.lines(), parameters)),
        new Route(
            IntakeRoutes.IMPORTS,
            "The files that were handed in, and how far they were read",
            List.of(),
            Weight.NONE,
            ImportJson.AllJson.class,
            new ImportsEndpoint(intake.imports())),
        new Route(
            IntakeRoutes.IMPORT,
            "One file that was handed in",
            List.of(parameters.importId),
            Weight.NONE,
            ImportJson.class,
            new ImportEndpoint(intake.imports(), parameters)));
  }
}
