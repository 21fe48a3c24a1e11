// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.note;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.note.Notebook;

/** What people said of the suspects of an error, or of all. */
public final class VerdictsEndpoint implements Endpoint {
  private final Notebook notebook;
  private final Parameters parameters;

  public VerdictsEndpoint(Notebook notebook, Parameters parameters) {
    this.notebook = notebook;
    this.parameters = parameters;
  }

  @Override
  public VerdictJson.AllJson answer(Request request) {
    String group = request.get(parameters.group);
    return VerdictJson.AllJson.of(
        notebook.keeps(), group.isEmpty() ? notebook.verdicts() : notebook.verdicts(group));
  }
}
