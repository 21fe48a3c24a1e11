// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.explain.window.Windows;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Notice;
import dev.clew.query.ParsedQuery;
import dev.clew.query.QueryParser;
import dev.clew.query.time.TypedTime;
import dev.clew.store.LogStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code q}, {@code from} and {@code to}; a time typed in {@code q} goes before the others.
 */
public final class Questions {
  private final LogStore store;
  private final Parameters parameters;
  private final TimeReading times;

  public Questions(LogStore store, Parameters parameters, TimeReading times) {
    this.store = store;
    this.parameters = parameters;
    this.times = times;
  }

  /** What is asked. */
  public Question read(Request request) {
    String text = request.get(parameters.query);
    TypedTime typed = times.read(text);
    TimeRange beside = range(request);
    TimeRange range = typed.range().map(this::held).orElse(beside);
    return new Question(text, parsed(typed), range, typed.range());
  }

  private static ParsedQuery parsed(TypedTime typed) {
    ParsedQuery parsed = QueryParser.parse(typed.text());
    if (parsed.refused()) {
      Notice limit = parsed.notices().getLast();
      throw new Problem(
          ProblemType.QUERY_TOO_LARGE, "q: " + limit.message(), limit.fix(), limit.position());
    }
    List<Notice> notices = new ArrayList<>(parsed.notices());
    typed.notice().ifPresent(notices::addFirst);
    return new ParsedQuery(parsed.query(), notices, false);
  }

  /** A typed time without an end goes as far as there are events. */
  private TimeRange held(TimeRange typed) {
    if (typed.to() < Long.MAX_VALUE) {
      return typed;
    }
    long end = store.status().range().map(TimeRange::to).orElse(typed.from());
    return new TimeRange(typed.from(), Math.max(typed.from(), end));
  }

  /** The time asked for; where it is open, as far as there are events. */
  public TimeRange range(Request request) {
    Optional<Instant> from = moment(request, parameters.from);
    Optional<Instant> to = moment(request, parameters.to);
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

  /**
   * The time to compare {@code range} with: the equally long one before where nothing else is said.
   */
  public TimeRange baseline(Request request, TimeRange range) {
    TimeRange before = Windows.before(range);
    long from =
        moment(request, parameters.baselineFrom).map(EventTime::nanos).orElse(before.from());
    long to = moment(request, parameters.baselineTo).map(EventTime::nanos).orElse(before.to());
    if (to < from) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "baselineFrom: %s lies after baselineTo, %s"
              .formatted(EventTime.instant(from), EventTime.instant(to)),
          "swap them, or give both");
    }
    return new TimeRange(from, to);
  }

  private static Optional<Instant> moment(Request request, Parameter<Instant> parameter) {
    return request.takes(parameter) ? request.find(parameter) : Optional.empty();
  }
}
