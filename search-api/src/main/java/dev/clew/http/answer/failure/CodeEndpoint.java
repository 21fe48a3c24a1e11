// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.failure;

import dev.clew.change.KnownChanges;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.event.LogEvent;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.EventEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.failure.CodeJson;
import dev.clew.store.LogStore;
import dev.clew.suspect.FailingLine;
import java.util.Map;

/** Where an event failed in the code, before any change is weighed. */
public final class CodeEndpoint implements Endpoint {
  private static final CodeJson NONE = new CodeJson(null, null);

  private final LogStore store;
  private final Map<String, GitRepository> repositories;
  private final KnownChanges changes;
  private final Parameters parameters;

  public CodeEndpoint(
      LogStore store,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      Parameters parameters) {
    this.store = store;
    this.repositories = repositories;
    this.changes = changes;
    this.parameters = parameters;
  }

  @Override
  public CodeJson answer(Request request) {
    LogEvent event = EventEndpoint.find(store, request.get(parameters.failed));
    try {
      return FailingLine.of(event, store.waiting(request.waiter()), repositories, changes.all())
          .map(CodeJson::of)
          .orElse(NONE);
    } catch (GitException damaged) {
      // /api/suspects names the damage and what to do about it
      return NONE;
    }
  }
}
