// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.note;

import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import dev.clew.code.mapping.PathMapping;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.note.MappingJson.LineJson;
import dev.clew.http.json.note.MappingJson.TriedJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a mapping would lead a frame, before anybody keeps it. */
public final class TryMappingEndpoint implements Endpoint {
  private static final int AROUND = 2;
  private static final int MOST_NEAR = 5;
  private static final int LONGEST_LINE = 500;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{7,40}");

  private final Collection<GitRepository> repositories;
  private final Parameters parameters;

  public TryMappingEndpoint(Map<String, GitRepository> repositories, Parameters parameters) {
    this.repositories = repositories.values().stream().distinct().toList();
    this.parameters = parameters;
  }

  @Override
  public TriedJson answer(Request request) {
    String printed = request.find(parameters.path).orElse("");
    String id = request.find(parameters.commit).orElse("");
    int line = request.get(parameters.sourceLine);
    PathMapping mapping = mapping(request);
    GitRepository repository = having(id);
    String commit = repository.resolve(id).orElseThrow();
    List<String> near = near(repository.paths(commit), printed);
    Optional<String> path = mapping.apply(printed);
    if (path.isEmpty()) {
      return new TriedJson(
          null,
          false,
          line,
          List.of(),
          "\"%s\" does not begin with the folder %s".formatted(printed, mapping.prefix()),
          near);
    }
    List<String> file = repository.source(path.get(), commit).orElse(List.of());
    boolean found = !file.isEmpty() && line <= file.size();
    String reason =
        file.isEmpty()
            ? "there is no text file %s at this commit".formatted(path.get())
            : "%s has %d lines at this commit, not %d".formatted(path.get(), file.size(), line);
    return new TriedJson(
        path.get(),
        found,
        line,
        found ? around(file, line) : List.of(),
        found ? null : reason,
        found ? List.of() : near);
  }

  private PathMapping mapping(Request request) {
    try {
      return new PathMapping(request.get(parameters.prefix), request.get(parameters.folder));
    } catch (IllegalArgumentException unusable) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "prefix, folder: " + unusable.getMessage(),
          "give how the printed path begins, and the folder of the repository in its place");
    }
  }

  private GitRepository having(String id) {
    if (ID.matcher(id).matches()) {
      for (GitRepository repository : repositories) {
        if (repository.resolve(id).isPresent()) {
          return repository;
        }
      }
    }
    throw new Problem(
        ProblemType.UNKNOWN_SOURCE,
        "none of %d repositories has the commit \"%s\"".formatted(repositories.size(), id),
        "give the commit of a frame or of \"running\" that /api/suspects names");
  }

  private static List<String> near(PathIndex index, String printed) {
    return index.named(PathIndex.name(printed.replace('\\', '/'))).stream()
        .limit(MOST_NEAR)
        .toList();
  }

  private static List<LineJson> around(List<String> file, int line) {
    List<LineJson> lines = new ArrayList<>();
    int middle = Math.max(1, line);
    for (int at = Math.max(1, middle - AROUND);
        at <= Math.min(file.size(), middle + AROUND);
        at++) {
      String text = file.get(at - 1);
      lines.add(
          new LineJson(at, text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text));
    }
    return lines;
  }
}
