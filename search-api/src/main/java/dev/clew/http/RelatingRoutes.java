// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Weight;
import dev.clew.http.answer.correlate.CorrelateEndpoint;
import dev.clew.http.answer.correlate.ExplainEndpoint;
import dev.clew.http.answer.correlate.GraphEndpoint;
import dev.clew.http.answer.correlate.JoinsEndpoint;
import dev.clew.http.answer.correlate.PatternEndpoint;
import dev.clew.http.answer.correlate.SkewEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.json.correlate.DifferencesJson;
import dev.clew.http.json.correlate.GraphJson;
import dev.clew.http.json.correlate.JoinsJson;
import dev.clew.http.json.correlate.PatternDetailJson;
import dev.clew.http.json.correlate.SkewJson;
import dev.clew.http.json.correlate.UnitJson;
import dev.clew.store.LogStore;
import java.util.List;

/** The routes about what belongs together and what sets events apart. */
final class RelatingRoutes {
  private final LogStore store;
  private final Questions questions;
  private final Parameters parameters;

  RelatingRoutes(LogStore store, Questions questions, Parameters parameters) {
    this.store = store;
    this.questions = questions;
    this.parameters = parameters;
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Route> all() {
    return List.of(correlate(), joins(), explain(), pattern(), skew(), graph());
  }

  private Route correlate() {
    return new Route(
        "/api/correlate",
        "All events of one unit of work, across services",
        List.of(
            parameters.value,
            parameters.key,
            parameters.from,
            parameters.to,
            parameters.unitEvents,
            parameters.follow,
            parameters.reach,
            parameters.skew,
            parameters.timeout),
        Weight.GROUPS,
        UnitJson.class,
        new CorrelateEndpoint(store, questions, parameters));
  }

  private Route joins() {
    return new Route(
        "/api/joins",
        "The values by which services can be joined, found without configuration",
        List.of(parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.GROUPS,
        JoinsJson.class,
        new JoinsEndpoint(store, questions));
  }

  private Route explain() {
    return new Route(
        "/api/explain",
        "What sets events, or requests, apart from those of another query or time",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.vs,
            parameters.baselineFrom,
            parameters.baselineTo,
            parameters.by,
            parameters.things,
            parameters.of,
            parameters.timeout),
        Weight.GROUPS,
        DifferencesJson.class,
        new ExplainEndpoint(store, questions, parameters));
  }

  private Route pattern() {
    return new Route(
        "/api/pattern",
        "One pattern: how often, when, and the values of its variables",
        List.of(
            parameters.pattern,
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.timeout),
        Weight.GROUPS,
        PatternDetailJson.class,
        new PatternEndpoint(store, questions, parameters));
  }

  private Route skew() {
    return new Route(
        "/api/skew",
        "How far the clocks of hosts are apart",
        List.of(parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.GROUPS,
        SkewJson.class,
        new SkewEndpoint(store, questions));
  }

  private Route graph() {
    return new Route(
        "/api/graph",
        "Which services call which, how often, how long and with how many errors",
        List.of(parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.GROUPS,
        GraphJson.class,
        new GraphEndpoint(store, questions));
  }
}
