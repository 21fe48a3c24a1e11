// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.code.GitRepository;
import dev.clew.code.Versions;
import dev.clew.code.statement.Historian;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Printed;
import dev.clew.code.statement.Search;
import dev.clew.code.statement.StatementHistory;
import dev.clew.code.statement.Statements;
import dev.clew.code.statement.seen.Sightings;
import dev.clew.code.statement.seen.Sightings.Seen;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.source.StatementJson;
import dev.clew.http.json.source.StatementsJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.store.LogStore;
import dev.clew.suspect.scene.Rollout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Which statement of the source code printed an event. */
public final class StatementEndpoint implements Endpoint {
  private static final int MOST = 5;
  private static final String ANY = "*";

  private final LogStore store;
  private final Map<String, GitRepository> repositories;
  private final KnownChanges changes;
  private final Parameters parameters;
  private final Map<GitRepository, Statements> statements = new HashMap<>();

  public StatementEndpoint(
      LogStore store,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      Parameters parameters) {
    this.store = store;
    this.repositories = repositories;
    this.changes = changes;
    this.parameters = parameters;
    repositories
        .values()
        .forEach(repository -> statements.computeIfAbsent(repository, Statements::new));
  }

  /** A commit and how it was found. */
  private record Ran(String commit, String from) {}

  @Override
  public StatementsJson answer(Request request) {
    String id =
        request
            .find(parameters.printed)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.BAD_PARAMETER,
                        "event: it is missing",
                        "give the id of an event, as /api/search shows it"));
    LogEvent event = EventEndpoint.find(store, id);
    GitRepository repository =
        repositories.getOrDefault(
            Objects.requireNonNullElse(event.service(), ANY), repositories.get(ANY));
    if (repository == null) {
      return nothing(
          event,
          "no repository is known for the service of the event; name one with --repo %s=GITDIR"
              .formatted(event.service() == null ? ANY : event.service()));
    }
    return ran(event, repository)
        .map(
            ran ->
                found(
                    event,
                    ran,
                    repository,
                    request.get(parameters.history).equals("yes"),
                    request.waiter()))
        .orElseGet(() -> nothing(event, "the repository has no commits"));
  }

  private Optional<Ran> ran(LogEvent event, GitRepository repository) {
    List<Change> known = changes.all();
    return Rollout.ran(repository, known, event.service(), event.time().instant())
        .map(ran -> new Ran(ran.commit(), "the deploy of the service before the event"))
        .or(
            () ->
                Versions.commit(repository, event.service(), event.version())
                    .map(
                        found ->
                            new Ran(found.commit(), "the version of the event, " + found.how())))
        .or(
            () ->
                repository
                    .head()
                    .map(head -> new Ran(head, "HEAD, since no deploy of the service is known")));
  }

  private StatementsJson found(
      LogEvent event, Ran ran, GitRepository repository, boolean withHistory, Waiter waiter) {
    Statements known = Objects.requireNonNull(statements.get(repository));
    BooleanSupplier stopped = waiter::passed;
    Search search = known.search(List.of(printed(event)), ran.commit, MOST, stopped);
    List<StatementJson> all = new ArrayList<>();
    for (Match match : search.matches().getFirst()) {
      boolean first = all.isEmpty() && withHistory;
      @Nullable StatementHistory past =
          first ? new Historian(known).of(match.statement(), ran.commit, stopped) : null;
      @Nullable Seen seen = first ? seen(match, waiter) : null;
      all.add(StatementJson.of(match, past, seen));
    }
    if (waiter.reason().isPresent()) {
      throw new Problem(
          ProblemType.OUT_OF_TIME,
          waiter.reason().orElseThrow(),
          "give a longer timeout, or ask again: files that were read are remembered");
    }
    return new StatementsJson(
        event.body(),
        EventJson.level(event.severity()),
        event.logger(),
        ran.commit,
        ran.from,
        search.files(),
        all,
        StatementsJson.unread(search.unread()));
  }

  private @Nullable Seen seen(Match match, Waiter waiter) {
    return new Sightings(store.waiting(waiter)).of(match.statement()).orElse(null);
  }

  private static Printed printed(LogEvent event) {
    return new Printed(
        event.body(),
        event.severity() == Severity.UNSPECIFIED ? "" : event.severity().name(),
        Objects.requireNonNullElse(event.logger(), ""));
  }

  private static StatementsJson nothing(LogEvent event, String why) {
    return new StatementsJson(
        event.body(),
        EventJson.level(event.severity()),
        event.logger(),
        null,
        null,
        0,
        List.of(),
        List.of(why));
  }
}
