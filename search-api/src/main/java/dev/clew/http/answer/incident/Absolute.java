// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import dev.clew.event.EventTime;
import dev.clew.event.TimeRange;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.TimeReading;
import dev.clew.incident.Ask;
import dev.clew.incident.Span;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions that mean the same on any day: "the last hour" becomes the hour that it was. */
public final class Absolute {
  private final Questions questions;
  private final Parameters parameters;
  private final TimeReading times;

  public Absolute(Questions questions, Parameters parameters, TimeReading times) {
    this.questions = questions;
    this.parameters = parameters;
    this.times = times;
  }

  /**
   * A question, and the time it is about.
   *
   * @param range null when it is about none
   */
  record Asked(Ask ask, @Nullable Span range) {}

  /**
   * {@code ask} with its time written out, and without what only says how long to wait.
   *
   * @throws dev.clew.http.problem.Problem when the route does not take it
   */
  Asked of(Ask ask, OwnApi.Own route) {
    Request request = route.request(ask);
    Map<String, String> written = new TreeMap<>(ask.parameters());
    written.remove(parameters.timeout.name());
    written.values().removeIf(String::isEmpty);
    boolean timed = request.takes(parameters.from) && !ofOneEvent(request);
    if (!timed) {
      return new Asked(new Ask(ask.path(), written), null);
    }
    TimeRange range = range(request, written);
    Span span = new Span(EventTime.instant(range.from()), EventTime.instant(range.to()));
    written.put(parameters.from.name(), span.from().toString());
    written.put(parameters.to.name(), span.to().toString());
    return new Asked(new Ask(ask.path(), written), span);
  }

  private boolean ofOneEvent(Request request) {
    return request.takes(parameters.event) && request.find(parameters.event).isPresent();
  }

  private TimeRange range(Request request, Map<String, String> written) {
    if (!request.takes(parameters.query)) {
      return questions.range(request);
    }
    Question question = questions.read(request);
    if (question.typed().isPresent()) {
      written.put(parameters.query.name(), times.read(question.text()).text().strip());
    }
    return question.range();
  }
}
