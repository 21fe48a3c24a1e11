// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.code.GitRepository;
import dev.clew.event.TimeRange;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.intake.SourcesJson;
import dev.clew.ingest.bookmark.Account;
import dev.clew.intake.Intake;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Grouping.ByField;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Where the events come from, and how the sources are. */
public final class SourcesEndpoint implements Endpoint {
  private static final int MOST = 1_000;
  private static final int MOST_PAIRS = 5_000;

  private final LogStore store;
  private final Intake intake;
  private final InstantSource clock;
  private final ServiceCode code;

  public SourcesEndpoint(
      LogStore store, Intake intake, Map<String, GitRepository> repositories, InstantSource clock) {
    this.store = store;
    this.intake = intake;
    this.clock = clock;
    this.code = new ServiceCode(repositories);
  }

  @Override
  public SourcesJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Waiter waiter = request.waiter();
    LogStore waited = store.waiting(waiter);
    Selection everything = new Selection(new Query.All(), TimeRange.ALL);
    List<List<Grouping>> groupings =
        List.of(
            List.of(new ByField("file"), new ByField("service")),
            List.of(new ByField("file"), new ByField("host")),
            List.of(new ByField("service"), new ByField("version")));
    Groups files = waited.aggregate(everything, List.of(new ByField("file")), MOST);
    List<Groups> pairs = waited.aggregateEach(everything, groupings, MOST_PAIRS);
    SourceRows rows =
        new SourceRows(
            files,
            pairs.get(0),
            pairs.get(1),
            Recent.of(waited, intake.followed(), clock.instant()),
            Account.of(store.bookmarks()),
            intake,
            clock.instant());
    boolean complete =
        files.complete()
            && files.total().exact()
            && pairs.stream().allMatch(each -> each.complete() && each.total().exact());
    return new SourcesJson(
        rows.all(),
        code.of(pairs.get(2)),
        intake.followed().paths().stream().map(Path::toString).toList(),
        intake.settings().zone().getId(),
        intake.imports() != null,
        store.status().trouble().orElse(null),
        complete,
        complete ? null : waiter.reason().orElse("there are more than are listed"),
        watch.millis());
  }
}
