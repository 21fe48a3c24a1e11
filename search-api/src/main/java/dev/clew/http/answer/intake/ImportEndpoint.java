// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.intake.ImportJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.intake.Imports;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file that was handed in. */
public final class ImportEndpoint implements Endpoint {
  private final @Nullable Imports imports;
  private final Parameters parameters;

  public ImportEndpoint(@Nullable Imports imports, Parameters parameters) {
    this.imports = imports;
    this.parameters = parameters;
  }

  @Override
  public ImportJson answer(Request request) {
    String id = request.get(parameters.importId);
    return Optional.ofNullable(imports)
        .flatMap(all -> all.find(id))
        .map(ImportJson::of)
        .orElseThrow(() -> unknown(id));
  }

  /** That there is none of that {@code id}. */
  public static Problem unknown(String id) {
    return new Problem(
        ProblemType.UNKNOWN_IMPORT,
        "no file that was handed in has the id \"%s\"".formatted(id),
        "/api/imports lists those that are known");
  }
}
