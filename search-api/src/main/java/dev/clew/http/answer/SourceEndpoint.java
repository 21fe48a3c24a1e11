// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.FileDiff;
import dev.clew.code.FunctionHistories;
import dev.clew.code.GitRepository;
import dev.clew.code.LineMap;
import dev.clew.code.PathIndex;
import dev.clew.code.frame.FrameLinks;
import dev.clew.code.frame.FrameResolver;
import dev.clew.code.mapping.PathMapping;
import dev.clew.http.ask.Parameter;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.SourceJson;
import dev.clew.http.json.SourceJson.CommitJson;
import dev.clew.http.json.SourceJson.FunctionJson;
import dev.clew.http.json.SourceJson.HeadJson;
import dev.clew.http.json.SourceJson.LineJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file at a commit around a line: who wrote what, and what became of the function. */
public final class SourceEndpoint implements Endpoint {
  /** Most commits of a function's history. */
  private static final int MOST_CHANGES = 20;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{7,40}");

  private final Collection<GitRepository> repositories;
  private final Parameters parameters;

  public SourceEndpoint(Map<String, GitRepository> repositories, Parameters parameters) {
    this.repositories = repositories.values().stream().distinct().toList();
    this.parameters = parameters;
  }

  /** A line of a file at a commit. */
  private record Place(GitRepository repository, String commit, String path, int line) {
    List<String> file() {
      return repository.source(path, commit).orElse(List.of());
    }
  }

  @Override
  public SourceJson answer(Request request) {
    Place asked = asked(request);
    Place place = request.get(parameters.before).equals("on") ? before(asked) : asked;
    List<String> file = place.file();
    if (file.isEmpty() || place.line > file.size()) {
      throw missing(place, file.size());
    }
    int around = request.get(parameters.around);
    int middle = Math.max(1, place.line);
    List<BlameLine> lines =
        place.repository.origins(
            place.path, Math.max(1, middle - around), middle + around, place.commit);
    Function<String, @Nullable String> page =
        id -> place.repository.pages().map(pages -> pages.commit(id)).orElse(null);
    FrameLinks links = FrameLinks.of(place.repository, place.path, place.commit, place.line);
    return new SourceJson(
        CommitJson.of(place.repository.commit(place.commit), page),
        place.path,
        place.line,
        file.size(),
        place.repository.ignoredRevisions(place.commit).size(),
        lines.stream().map(line -> LineJson.of(line, hasBefore(place.repository, line))).toList(),
        place.line == 0
            ? null
            : FunctionHistories.of(
                    place.repository, place.path, place.commit, place.line, MOST_CHANGES)
                .map(history -> FunctionJson.of(history, page))
                .orElse(null),
        place.line == 0
            ? null
            : new FrameResolver(place.repository)
                .atHead(place.path, place.line, place.commit)
                .map(HeadJson::of)
                .orElse(null),
        links.page(),
        links.blame(),
        links.editor());
  }

  private Place asked(Request request) {
    String id = required(request, parameters.commit);
    String path = required(request, parameters.path);
    if (!ID.matcher(id).matches()) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "commit: \"%s\" is not the id of a commit".formatted(id),
          "give 7 to 40 of its digits, in lower case");
    }
    for (GitRepository repository : repositories) {
      Optional<String> commit = repository.resolve(id);
      if (commit.isPresent()) {
        return new Place(
            repository,
            commit.get(),
            mapped(repository, commit.get(), path),
            request.get(parameters.sourceLine));
      }
    }
    throw new Problem(
        ProblemType.UNKNOWN_SOURCE,
        repositories.isEmpty()
            ? "no repository is known"
            : "none of %d repositories has the commit %s".formatted(repositories.size(), id),
        repositories.isEmpty()
            ? "start with --repo SERVICE=GITDIR"
            : "fetch the history into the repository, or name the one that has it with --repo");
  }

  /** A path as a frame prints it leads where a mapping says, unless the commit has such a file. */
  private static String mapped(GitRepository repository, String commit, String path) {
    PathIndex index = repository.paths(commit);
    return index.contains(path)
        ? path
        : PathMapping.all(repository.mappings(), path).stream()
            .filter(index::contains)
            .findFirst()
            .orElse(path);
  }

  /** Where the line was before the commit; its first parent is looked at. */
  private static Place before(Place place) {
    Commit commit = place.repository.commit(place.commit);
    if (commit.parents().isEmpty()) {
      throw new Problem(
          ProblemType.UNKNOWN_SOURCE,
          "%s is the first commit: there is nothing before it".formatted(place.commit),
          "leave out before=on");
    }
    String parent = commit.parents().getFirst();
    String path = earlier(place.repository, place.commit, place.path);
    Place there = new Place(place.repository, parent, path, 0);
    int line = place.line == 0 ? 0 : LineMap.of(place.file(), there.file()).line(place.line).line();
    return new Place(place.repository, parent, path, line);
  }

  /** What the file was called before the commit. */
  private static String earlier(GitRepository repository, String commit, String path) {
    return repository.diff(commit).stream()
        .filter(file -> file.newPath().equals(path))
        .map(FileDiff::oldPath)
        .findFirst()
        .orElse(path);
  }

  private static boolean hasBefore(GitRepository repository, BlameLine line) {
    Commit commit = line.commit();
    return !commit.parents().isEmpty()
        && repository
            .paths(commit.parents().getFirst())
            .contains(earlier(repository, commit.id(), line.path()));
  }

  private static Problem missing(Place place, int lines) {
    return new Problem(
        ProblemType.UNKNOWN_SOURCE,
        lines == 0
            ? "there is no text file %s at %s".formatted(place.path, place.commit)
            : "%s has %d lines at %s, not %d"
                .formatted(place.path, lines, place.commit, place.line),
        "name a path of the repository at that commit; a file above 2 MiB is not read");
  }

  private static String required(Request request, Parameter<String> parameter) {
    return request
        .find(parameter)
        .orElseThrow(
            () ->
                new Problem(
                    ProblemType.BAD_PARAMETER,
                    parameter.name() + ": it is needed",
                    "give commit and path, and a line"));
  }
}
