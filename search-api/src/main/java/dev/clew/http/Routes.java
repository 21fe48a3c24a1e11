// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.admit.Admission;
import dev.clew.http.admit.Weight;
import dev.clew.http.admit.Workers;
import dev.clew.http.answer.ChangeLog;
import dev.clew.http.answer.ChangesEndpoint;
import dev.clew.http.answer.EventEndpoint;
import dev.clew.http.answer.ExplainQueryEndpoint;
import dev.clew.http.answer.HistogramEndpoint;
import dev.clew.http.answer.PipelineReading;
import dev.clew.http.answer.QueryEndpoint;
import dev.clew.http.answer.SearchEndpoint;
import dev.clew.http.answer.SourceEndpoint;
import dev.clew.http.answer.StatementEndpoint;
import dev.clew.http.answer.StatusEndpoint;
import dev.clew.http.answer.SuspectsEndpoint;
import dev.clew.http.answer.correlate.TimelineEndpoint;
import dev.clew.http.answer.field.FacetsEndpoint;
import dev.clew.http.answer.field.FieldsEndpoint;
import dev.clew.http.answer.field.SuggestEndpoint;
import dev.clew.http.answer.find.StreamEndpoint;
import dev.clew.http.answer.find.WhyNoneEndpoint;
import dev.clew.http.answer.incident.Absolute;
import dev.clew.http.answer.incident.Witness;
import dev.clew.http.answer.pattern.PatternsEndpoint;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.TimeReading;
import dev.clew.http.json.ChangesJson;
import dev.clew.http.json.EventDetailJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.FieldsJson;
import dev.clew.http.json.GapJson;
import dev.clew.http.json.HistogramJson;
import dev.clew.http.json.PatternsJson;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.SearchJson;
import dev.clew.http.json.SourceJson;
import dev.clew.http.json.StatusJson;
import dev.clew.http.json.SuspectsJson;
import dev.clew.http.json.correlate.TimelineJson;
import dev.clew.http.json.find.StreamJson;
import dev.clew.http.json.find.WhyNoneJson;
import dev.clew.http.json.source.StatementsJson;
import dev.clew.http.json.table.FacetsJson;
import dev.clew.http.json.table.SuggestJson;
import dev.clew.http.json.table.TableJson;
import dev.clew.http.tail.Tails;
import dev.clew.pipe.Material;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The table of the API's routes: what is registered, and what the OpenAPI document shows. */
final class Routes {
  private final Workbench workbench;
  private final Parameters parameters;
  private final Questions questions;
  private final ChangeLog changes;
  private final PipelineReading reading;
  private final Witness witness;
  private final Duration deadline;
  private final long memory;
  private final List<Route> all;
  private final Supplier<List<Post>> posts;

  /**
   * @param posts what else the OpenAPI document shows
   */
  Routes(Workbench workbench, Limits limits, Supplier<List<Post>> posts) {
    this.posts = posts;
    this.workbench = workbench;
    this.deadline = limits.deadline();
    this.memory = limits.capacity().memory();
    this.parameters = new Parameters(workbench.zone(), deadline);
    this.changes = new ChangeLog(workbench.repositories(), workbench.changes());
    TimeReading times =
        new TimeReading(workbench.store(), workbench.zone(), workbench.clock(), changes::deployed);
    this.questions = new Questions(workbench.store(), parameters, times);
    this.reading = new PipelineReading(times);
    this.witness =
        new Witness(
            workbench.store(),
            new Absolute(questions, parameters, times),
            workbench.clock(),
            workbench.title());
    this.all = List.copyOf(table());
  }

  /** All of them, in the order docs/api.md shows them. */
  List<Route> all() {
    return all;
  }

  /** What takes evidence. */
  Witness witness() {
    return witness;
  }

  /** How long somebody waits for the answer to {@code request}. */
  Duration patience(Request request) {
    return request.takes(parameters.timeout)
        ? Duration.ofMillis(request.get(parameters.timeout))
        : deadline;
  }

  /** What follows the store, which is no route: its answer has no end. */
  TailStream tail(Tails tails, JsonMapper json) {
    return new TailStream(workbench.store(), tails, questions, parameters, json);
  }

  /** What is told while it is found: its answer comes in pieces. */
  FoundStream stream(
      JsonMapper json, Admission admission, Workers workers, UnderWay underWay, int most) {
    StreamEndpoint endpoint =
        new StreamEndpoint(workbench.store(), workbench.zone(), changes, questions, parameters);
    return new FoundStream(endpoint, parameters, json, admission, workers, underWay, most);
  }

  private EventStream found() {
    return new EventStream(
        FoundStream.PATH,
        "The events that match and how many there are over time, told while they are found",
        FoundStream.MEDIA_TYPE,
        "Frames, a JSON object a line; \"frame\" says which",
        StreamEndpoint.parameters(parameters),
        Map.of(),
        StreamJson.frames());
  }

  private EventStream followed() {
    Map<String, Class<?>> events = new LinkedHashMap<>();
    events.put(TailStream.EVENT, EventJson.class);
    events.put(TailStream.GAP, GapJson.class);
    return new EventStream(
        TailStream.PATH,
        "Events as they come",
        TailStream.MEDIA_TYPE,
        "Server-Sent Events, until either side closes the connection",
        TailStream.parameters(parameters),
        Map.of(
            TailStream.LAST, "The id of the last event that was read; the tail goes on after it."),
        events);
  }

  private List<Route> table() {
    List<Route> table = new ArrayList<>();
    table.add(
        new Route(
            "/api/status",
            "What this workbench looks at",
            List.of(),
            Weight.NONE,
            StatusJson.class,
            new StatusEndpoint(
                workbench.title(),
                workbench.version(),
                workbench.zone(),
                workbench.store(),
                workbench.repositories().keySet(),
                workbench.changes(),
                workbench.notebook().keeps())));
    table.add(search());
    table.add(whyNone());
    table.add(query());
    table.add(explainQuery());
    table.add(suggest());
    table.add(histogram());
    table.add(fields());
    table.add(facets());
    table.add(patterns());
    table.add(event());
    table.addAll(ErrorRoutes.of(workbench, questions, parameters));
    table.add(suspects());
    table.add(source());
    table.addAll(new NoteTable(workbench.repositories(), workbench.notebook(), parameters).all());
    table.add(statement());
    table.add(changeLog());
    table.addAll(new RelatingRoutes(workbench.store(), questions, parameters).all());
    table.add(timeline());
    table.addAll(new IncidentTable(workbench.incidents(), parameters).all());
    table.addAll(new IntakeTable(workbench, parameters).all());
    table.add(
        new Route(
            "/api/openapi.json",
            "This API as an OpenAPI 3.1 document",
            List.of(),
            Weight.NONE,
            Map.class,
            request ->
                OpenApi.document(
                    all(), List.of(followed(), found()), posts.get(), workbench.version())));
    return table;
  }

  private Route search() {
    return new Route(
        "/api/search",
        "The events that match, a page at a time",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.events,
            parameters.cursor,
            parameters.order,
            parameters.counts,
            parameters.timeout),
        Weight.PAGE,
        SearchJson.class,
        new SearchEndpoint(workbench.store(), questions, parameters));
  }

  private Route whyNone() {
    return new Route(
        "/api/why-none",
        "What stands between a question and events, where nothing is found",
        List.of(parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.PAGE,
        WhyNoneJson.class,
        new WhyNoneEndpoint(workbench.store(), questions, parameters));
  }

  private Route query() {
    return new Route(
        "/api/query",
        "What a query with pipes gives: a table, a series, or events",
        List.of(parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.GROUPS,
        TableJson.class,
        new QueryEndpoint(
            workbench.store(),
            workbench.zone(),
            Weight.GROUPS.bytes(memory),
            new Material(workbench.repositories(), workbench.changes()),
            reading,
            questions,
            parameters));
  }

  private Route explainQuery() {
    return new Route(
        "/api/explain-query",
        "How a query text is understood, in words",
        List.of(parameters.query),
        Weight.NONE,
        QueryJson.class,
        new ExplainQueryEndpoint(reading, parameters));
  }

  private Route suggest() {
    return new Route(
        "/api/suggest",
        "What may be typed next: fields, values, pipes, functions",
        List.of(parameters.query, parameters.place, parameters.hurry),
        Weight.NONE,
        SuggestJson.class,
        new SuggestEndpoint(workbench.store(), parameters));
  }

  private Route histogram() {
    return new Route(
        "/api/histogram",
        "How many events match over time, by level",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.buckets,
            parameters.timeout),
        Weight.PAGE,
        HistogramJson.class,
        new HistogramEndpoint(workbench.store(), workbench.zone(), changes, questions, parameters));
  }

  private Route fields() {
    return new Route(
        "/api/fields",
        "The most frequent values of each field",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.values,
            parameters.timeout),
        Weight.GROUPS,
        FieldsJson.class,
        new FieldsEndpoint(workbench.store(), questions, parameters));
  }

  private Route facets() {
    return new Route(
        "/api/facets",
        "The fields by which the events differ: values, counts, and when each was seen",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.facetValues,
            parameters.fields,
            parameters.steps,
            parameters.timeout),
        Weight.GROUPS,
        FacetsJson.class,
        new FacetsEndpoint(workbench.store(), workbench.zone(), questions, parameters));
  }

  private Route patterns() {
    return new Route(
        "/api/patterns",
        "The patterns of the events that match, compared with the time before",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.baselineFrom,
            parameters.baselineTo,
            parameters.patterns,
            parameters.trend,
            parameters.seen,
            parameters.timeout),
        Weight.GROUPS,
        PatternsJson.class,
        new PatternsEndpoint(workbench.store(), changes, questions, parameters));
  }

  private Route event() {
    return new Route(
        "/api/events/{id}",
        "One event, whole, with its neighbours",
        List.of(parameters.id, parameters.context, parameters.scope, parameters.timeout),
        Weight.PAGE,
        EventDetailJson.class,
        new EventEndpoint(workbench.store(), parameters));
  }

  private Route suspects() {
    return new Route(
        "/api/suspects",
        "What may have caused an event, or what a selection shows, with the evidence",
        List.of(
            parameters.event, parameters.query, parameters.from, parameters.to, parameters.timeout),
        Weight.GROUPS,
        SuspectsJson.class,
        new SuspectsEndpoint(
            workbench.store(),
            workbench.repositories(),
            workbench.changes(),
            workbench.notebook(),
            questions,
            parameters));
  }

  private Route source() {
    return new Route(
        "/api/source",
        "A file at a commit around a line: who wrote what, and what became of the function",
        List.of(
            parameters.commit,
            parameters.path,
            parameters.sourceLine,
            parameters.around,
            parameters.before),
        Weight.PAGE,
        SourceJson.class,
        new SourceEndpoint(workbench.repositories(), parameters));
  }

  private Route statement() {
    return new Route(
        "/api/statement",
        "Which statement of the source code printed an event",
        List.of(parameters.printed, parameters.history, parameters.timeout),
        Weight.GROUPS,
        StatementsJson.class,
        new StatementEndpoint(
            workbench.store(), workbench.repositories(), workbench.changes(), parameters));
  }

  private Route timeline() {
    return new Route(
        "/api/timeline",
        "What happened when: a lane for each service, with bursts, silences and changes",
        List.of(
            parameters.query,
            parameters.from,
            parameters.to,
            parameters.lane,
            parameters.lanes,
            parameters.cells,
            parameters.zones,
            parameters.skew,
            parameters.timeout),
        Weight.GROUPS,
        TimelineJson.class,
        new TimelineEndpoint(
            workbench.store(),
            workbench.arrivals(),
            workbench.clock(),
            workbench.zone(),
            changes,
            questions,
            parameters));
  }

  private Route changeLog() {
    return new Route(
        "/api/changes",
        "Commits, deploys, configuration and flag changes",
        List.of(parameters.from, parameters.to),
        Weight.NONE,
        ChangesJson.class,
        new ChangesEndpoint(changes, questions));
  }
}
