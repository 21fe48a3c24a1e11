// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.ParsedQuery;
import dev.clew.query.QueryParser;
import dev.clew.store.LogStore;
import java.time.Instant;
import java.util.Optional;

/** Reads {@code q}, {@code from} and {@code to}. */
public final class Questions {
  private final LogStore store;
  private final Parameters parameters;

  public Questions(LogStore store, Parameters parameters) {
    this.store = store;
    this.parameters = parameters;
  }

  public Question read(Request request) {
    return new Question(request.get(parameters.query), parsed(request), range(request));
  }

  /** What {@code q} means. */
  public ParsedQuery parsed(Request request) {
    ParsedQuery parsed = QueryParser.parse(request.get(parameters.query));
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE, "q: " + limit.message(), limit.fix(), limit.position());
    }
    return parsed;
  }

  /** The time asked for; where it is open, as far as there are events. */
  public TimeRange range(Request request) {
    Optional<Instant> from = request.find(parameters.from);
    Optional<Instant> to = request.find(parameters.to);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "from: %s lies after to, %s".formatted(from.get(), to.get()),
          "swap them");
    }
    Optional<TimeRange> held = store.status().range();
    long first = from.map(EventTime::nanos).or(() -> held.map(TimeRange::from)).orElse(0L);
    long end = to.map(EventTime::nanos).or(() -> held.map(TimeRange::to)).orElse(first);
    if (first <= end) {
      return new TimeRange(first, end);
    }
    return from.isPresent() ? new TimeRange(first, first) : new TimeRange(end, end);
  }
}
