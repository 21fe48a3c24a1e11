// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.code.GitRepository;
import dev.clew.http.admit.Weight;
import dev.clew.http.answer.note.CommitEndpoint;
import dev.clew.http.answer.note.MappingsEndpoint;
import dev.clew.http.answer.note.TryMappingEndpoint;
import dev.clew.http.answer.note.VerdictsEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.json.SourceJson;
import dev.clew.http.json.note.MappingJson;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.note.Notebook;
import java.util.List;
import java.util.Map;

/** The routes by which notes are read, and what helps to write them. */
final class NoteTable {
  private final Map<String, GitRepository> repositories;
  private final Notebook notebook;
  private final Parameters parameters;

  NoteTable(Map<String, GitRepository> repositories, Notebook notebook, Parameters parameters) {
    this.repositories = repositories;
    this.notebook = notebook;
    this.parameters = parameters;
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Route> all() {
    return List.of(
        new Route(
            "/api/commit",
            "The commit that a tag, a branch or an id names",
            List.of(parameters.revision),
            Weight.PAGE,
            SourceJson.CommitJson.class,
            new CommitEndpoint(repositories, parameters)),
        new Route(
            NoteRoutes.MAPPINGS,
            "Which folders of repositories stand for which paths of frames",
            List.of(),
            Weight.NONE,
            MappingJson.AllJson.class,
            new MappingsEndpoint(notebook)),
        new Route(
            NoteRoutes.MAPPINGS + "/try",
            "Where a mapping would lead a frame",
            List.of(
                parameters.prefix,
                parameters.folder,
                parameters.path,
                parameters.sourceLine,
                parameters.commit),
            Weight.PAGE,
            MappingJson.TriedJson.class,
            new TryMappingEndpoint(repositories, parameters)),
        new Route(
            NoteRoutes.VERDICTS,
            "What people said of the suspects of an error, or of all",
            List.of(parameters.group),
            Weight.NONE,
            VerdictJson.AllJson.class,
            new VerdictsEndpoint(notebook, parameters)));
  }
}
