// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Request;
import dev.clew.http.json.intake.ImportJson;
import dev.clew.intake.Imports;
import org.jspecify.annotations.Nullable;

/** The files that were handed in. */
public final class ImportsEndpoint implements Endpoint {
  private final @Nullable Imports imports;

  public ImportsEndpoint(@Nullable Imports imports) {
    this.imports = imports;
  }

  @Override
  public ImportJson.AllJson answer(Request request) {
    return ImportJson.AllJson.of(imports);
  }
}
