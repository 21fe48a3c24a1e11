// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.failure;

import dev.clew.change.KnownChanges;
import dev.clew.code.GitRepository;
import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.failure.Described;
import dev.clew.failure.ErrorRow;
import dev.clew.failure.ErrorSearch;
import dev.clew.failure.Spreads;
import dev.clew.http.answer.Endpoint;
import dev.clew.http.answer.EventEndpoint;
import dev.clew.http.answer.Stopwatch;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.failure.ErrorJson;
import dev.clew.http.json.failure.ErrorsJson;
import dev.clew.note.ErrorGroup;
import dev.clew.note.Notebook;
import dev.clew.store.Count;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Steps;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which errors there are, since when, and what was said of them. */
public final class ErrorsEndpoint implements Endpoint {
  private static final int MOST_STEPS = 60;

  private final LogStore store;
  private final ZoneId zone;
  private final KnownChanges changes;
  private final Notebook notebook;
  private final TopFrames frames;
  private final Questions questions;
  private final Parameters parameters;

  public ErrorsEndpoint(
      LogStore store,
      ZoneId zone,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      Notebook notebook,
      Questions questions,
      Parameters parameters) {
    this.store = store;
    this.zone = zone;
    this.changes = changes;
    this.notebook = notebook;
    this.frames = new TopFrames(repositories);
    this.questions = questions;
    this.parameters = parameters;
  }

  @Override
  public ErrorsJson answer(Request request) {
    Stopwatch watch = Stopwatch.start();
    Selection selection = questions.read(request).selection();
    LogStore answering = store.waiting(request.waiter());
    ErrorSearch search = new ErrorSearch(answering);
    ErrorSearch.Found found = search.find(selection);
    List<ErrorRow> listed = listed(request, found);
    TimeRange range = selection.range();
    ByTime step = Steps.of(range, MOST_STEPS, zone);
    long start = step.start(range.from());
    Spreads spreads = Spreads.of(answering, range, services(listed));
    Since since = new Since(changes.all(), store.status().range());
    boolean exact = found.exact() && spreads.exact();
    List<ErrorJson> rows =
        listed.stream()
            .map(
                error -> {
                  Described described = search.describe(error, selection, step);
                  List<Long> counts = counts(described, step, range);
                  return new Row(error, described, counts, spreads, since, frames, notebook)
                      .json(found.exact());
                })
            .toList();
    boolean whole = exact && request.waiter().reason().isEmpty();
    return new ErrorsJson(
        CountJson.of(new Count(found.total(), found.exact())),
        found.errors().size(),
        found.total() - listed.stream().mapToLong(ErrorRow::count).sum(),
        EventTime.instant(start),
        TimeUnit.NANOSECONDS.toMillis(step.stepNanos()),
        rows,
        whole && found.complete(),
        request.waiter().reason(whole),
        watch.millis());
  }

  private List<ErrorRow> listed(Request request, ErrorSearch.Found found) {
    Optional<String> key =
        request
            .find(parameters.errorEvent)
            .map(this::group)
            .or(() -> request.find(parameters.errorGroup));
    if (key.isPresent()) {
      return found.of(key.get()).stream().toList();
    }
    Comparator<ErrorRow> order =
        switch (request.get(parameters.errorOrder)) {
          case "latest" -> Comparator.comparingLong(ErrorRow::last).reversed();
          case "newest" -> Comparator.comparingLong(ErrorRow::first).reversed();
          default -> Comparator.comparingLong(ErrorRow::count).reversed();
        };
    return found.errors().stream().sorted(order).limit(request.get(parameters.errors)).toList();
  }

  private String group(String id) {
    return ErrorGroup.of(EventEndpoint.find(store, id));
  }

  private static List<String> services(List<ErrorRow> listed) {
    return listed.stream().map(ErrorRow::service).distinct().toList();
  }

  /** Of every step of the range, also of those without events. */
  private static List<Long> counts(Described described, ByTime step, TimeRange range) {
    List<Long> counts = new ArrayList<>();
    for (long at = step.start(range.from());
        at < range.to() && counts.size() < MOST_STEPS;
        at += step.stepNanos()) {
      counts.add(described.steps().getOrDefault(at, 0L));
    }
    return counts;
  }
}
