// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.note;

import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Request;
import dev.clew.http.json.note.MappingJson;
import dev.clew.note.Notebook;

/** Which folders of repositories stand for which paths of frames. */
public final class MappingsEndpoint implements Endpoint {
  private final Notebook notebook;

  public MappingsEndpoint(Notebook notebook) {
    this.notebook = notebook;
  }

  @Override
  public MappingJson.AllJson answer(Request request) {
    return MappingJson.AllJson.of(notebook.keeps(), notebook.mappings());
  }
}
