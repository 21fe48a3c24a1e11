// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.event.TimeRange;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Request;
import dev.clew.http.json.intake.UnreadJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.ingest.Unread;
import dev.clew.ingest.bookmark.Account;
import dev.clew.intake.UnreadLines;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.util.List;
import java.util.Optional;

/** The lines of a source that were not understood. */
public final class UnreadEndpoint implements Endpoint {
  private final LogStore store;
  private final UnreadLines lines;
  private final Parameters parameters;

  public UnreadEndpoint(LogStore store, UnreadLines lines, Parameters parameters) {
    this.store = store;
    this.lines = lines;
    this.parameters = parameters;
  }

  @Override
  public UnreadJson answer(Request request) {
    String source = request.get(parameters.source);
    int from = request.get(parameters.offset);
    List<Account> accounts =
        Account.of(store.bookmarks()).values().stream()
            .filter(account -> account.file().equals(source))
            .toList();
    List<Unread> kept = lines.of(source);
    if (accounts.isEmpty() && kept.isEmpty() && !isSource(source)) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "source: no source is called \"%s\"".formatted(source),
          "/api/sources lists those there are");
    }
    int to = Math.min(kept.size(), from + request.get(parameters.unreadLines));
    return new UnreadJson(
        source,
        accounts.isEmpty()
            ? null
            : accounts.stream().reduce(Account.NOTHING, Account::plus).rejected(),
        kept.size(),
        from >= to
            ? List.of()
            : kept.subList(from, to).stream().map(UnreadJson.LineJson::of).toList(),
        to < kept.size() ? (Integer) to : null);
  }

  private boolean isSource(String name) {
    Selection events = new Selection(new Query.Is("file", name), TimeRange.ALL);
    return !name.isEmpty()
        && !store.search(events, Order.NEWEST_FIRST, Optional.empty(), 1).events().isEmpty();
  }
}
