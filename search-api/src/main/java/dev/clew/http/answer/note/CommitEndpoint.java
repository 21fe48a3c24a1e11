// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.note;

import dev.clew.code.GitRepository;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.SourceJson.CommitJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commit that a tag, a branch or an id names. */
public final class CommitEndpoint implements Endpoint {
  /** Names only: expressions such as {@code HEAD~3} or {@code :/text} walk through history. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/+-]{0,199}");

  private final Collection<GitRepository> repositories;
  private final Parameters parameters;

  public CommitEndpoint(Map<String, GitRepository> repositories, Parameters parameters) {
    this.repositories = repositories.values().stream().distinct().toList();
    this.parameters = parameters;
  }

  @Override
  public CommitJson answer(Request request) {
    String name = request.get(parameters.revision);
    if (!NAME.matcher(name).matches() || name.contains("..")) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "revision: \"%s\" names no commit".formatted(name),
          "give a tag, a branch, or 4 to 40 digits of an id");
    }
    for (GitRepository repository : repositories) {
      Optional<String> id = repository.resolve(name);
      if (id.isPresent()) {
        return CommitJson.of(
            repository.commit(id.get()),
            commit -> repository.pages().map(pages -> pages.commit(commit)).orElse(null));
      }
    }
    throw new Problem(
        ProblemType.UNKNOWN_SOURCE,
        "none of %d repositories has a commit that \"%s\" names"
            .formatted(repositories.size(), name),
        List.copyOf(repositories).isEmpty()
            ? "start with --repo SERVICE=GITDIR"
            : "tag the commit, or give its id");
  }
}
