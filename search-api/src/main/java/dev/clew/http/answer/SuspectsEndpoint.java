// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.change.KnownChanges;
import dev.clew.code.GitRepository;
import dev.clew.code.frame.ResolvedFrame;
import dev.clew.code.mapping.PathMapping;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeRange;
import dev.clew.explain.Comparison;
import dev.clew.explain.EventSet;
import dev.clew.explain.PatternChange;
import dev.clew.explain.window.IncidentWindow;
import dev.clew.http.ask.Parameters;
import dev.clew.http.ask.Question;
import dev.clew.http.ask.Questions;
import dev.clew.http.ask.Request;
import dev.clew.http.ask.Waiter;
import dev.clew.http.json.ComparisonJson;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.FrameJson;
import dev.clew.http.json.RangeJson;
import dev.clew.http.json.SuspectJson;
import dev.clew.http.json.SuspectsJson;
import dev.clew.http.json.SuspectsJson.ClearedJson;
import dev.clew.http.json.SuspectsJson.OnsetJson;
import dev.clew.http.json.SuspectsJson.RunningJson;
import dev.clew.http.json.SuspectsJson.SymptomJson;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.note.ErrorGroup;
import dev.clew.note.Notebook;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.suspect.Investigation;
import dev.clew.suspect.Report;
import dev.clew.suspect.evidence.Cleared;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which change may have caused what the events show. */
public final class SuspectsEndpoint implements Endpoint {
  private static final int REMEMBERED = 32;
  private static final int MAX_FRAMES = 100;

  private final LogStore store;
  private final Map<String, GitRepository> repositories;
  private final KnownChanges changes;
  private final Notebook notebook;
  private final Questions questions;
  private final Parameters parameters;
  private final Remembered<Asked, SuspectsJson> remembered;

  public SuspectsEndpoint(
      LogStore store,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      Notebook notebook,
      Questions questions,
      Parameters parameters) {
    this(
        store,
        repositories,
        changes,
        notebook,
        questions,
        parameters,
        new Remembered<>(REMEMBERED));
  }

  private SuspectsEndpoint(
      LogStore store,
      Map<String, GitRepository> repositories,
      KnownChanges changes,
      Notebook notebook,
      Questions questions,
      Parameters parameters,
      Remembered<Asked, SuspectsJson> remembered) {
    this.store = store;
    this.repositories = repositories;
    this.changes = changes;
    this.notebook = notebook;
    this.questions = questions;
    this.parameters = parameters;
    this.remembered = remembered;
  }

  /** A question, and how much there was to find when it was asked. */
  private record Asked(
      Query query,
      IncidentWindow window,
      @Nullable LogEvent symptom,
      long storeEvents,
      int changes,
      List<PathMapping> mappings) {}

  @Override
  public SuspectsJson answer(Request request) {
    LogStore answering = store.waiting(request.waiter());
    return new SuspectsEndpoint(
            answering, repositories, changes, notebook, questions, parameters, remembered)
        .within(request);
  }

  private SuspectsJson within(Request request) {
    Waiter waiter = request.waiter();
    Asked asked = asked(request);
    SuspectsJson found =
        remembered
            .get(asked, waiter, () -> whole(asked, waiter))
            .orElseThrow(() -> outOfTime(waiter));
    return found.group() == null
        ? found
        : found.judged(notebook.verdicts(found.group()).stream().map(VerdictJson::of).toList());
  }

  /** A cause found in a part of the events may be the wrong one. */
  private SuspectsJson whole(Asked asked, Waiter waiter) {
    SuspectsJson found = investigate(asked);
    if (waiter.reason().isPresent()) {
      throw outOfTime(waiter);
    }
    return found;
  }

  private static Problem outOfTime(Waiter waiter) {
    return new Problem(
        ProblemType.OUT_OF_TIME,
        waiter.reason().orElse("the time for the answer passed"),
        "ask for a shorter range, or give a longer timeout");
  }

  private Asked asked(Request request) {
    long events = store.status().events();
    Optional<String> id = request.find(parameters.event);
    if (id.isEmpty()) {
      Question question = questions.read(request);
      IncidentWindow window = IncidentWindow.of(question.range(), store);
      return asked(question.parsed().query(), window, null, events);
    }
    if (!request.get(parameters.query).isEmpty()
        || request.find(parameters.from).isPresent()
        || request.find(parameters.to).isPresent()) {
      throw new Problem(
          ProblemType.BAD_PARAMETER,
          "event: it names what to explain alone, without q, from and to",
          "leave either out");
    }
    LogEvent event = EventEndpoint.find(store, id.get());
    return asked(new Query.All(), IncidentWindow.around(event, store), event, events);
  }

  private Asked asked(
      Query query, IncidentWindow window, @Nullable LogEvent symptom, long storeEvents) {
    return new Asked(
        query, window, symptom, storeEvents, changes.all().size(), notebook.mappings());
  }

  private SuspectsJson investigate(Asked asked) {
    TimeRange before = asked.window().before();
    Report report =
        Investigation.investigate(
            set(asked, asked.window().now()),
            set(asked, before),
            repositories,
            changes::all,
            Optional.empty(),
            asked.symptom());
    Comparison comparison = report.comparison();
    var suspects = report.suspects();
    Optional<LogEvent> shown = symptom(asked, comparison);
    return new SuspectsJson(
        comparison
            .onset()
            .map(
                onset ->
                    new OnsetJson(
                        EventTime.instant(onset.epochNanos()), onset.event().id().value()))
            .orElse(null),
        shown.map(event -> json(event, asked)).orElse(null),
        shown.map(ErrorGroup::of).orElse(null),
        List.of(),
        RangeJson.of(asked.window().now()),
        before.from() == before.to() ? null : RangeJson.of(before),
        suspects.suspects().stream().map(SuspectJson::of).toList(),
        suspects.cleared().stream().map(SuspectsEndpoint::json).toList(),
        frames(suspects.frames(), asked.symptom()),
        suspects.running().stream().map(RunningJson::of).toList(),
        suspects.folders(),
        Obstacles.of(repositories, shown.orElse(null), suspects),
        suspects.unknowns(),
        ComparisonJson.of(comparison));
  }

  /**
   * The event's own first, the innermost cause's before the others'. Each line once, also where a
   * message names it beside a trace.
   */
  private static List<FrameJson> frames(List<ResolvedFrame> all, @Nullable LogEvent event) {
    Map<StackFrame, Integer> own = new HashMap<>();
    if (event != null && event.exception() != null) {
      for (StackTrace trace : event.exception().chain().reversed()) {
        trace.frames().forEach(frame -> own.putIfAbsent(frame, own.size()));
      }
    }
    Set<StackFrame> followed = all.stream().map(ResolvedFrame::frame).collect(Collectors.toSet());
    // without a repository nobody followed them
    Stream<ResolvedFrame> left =
        own.keySet().stream()
            .filter(frame -> !followed.contains(frame))
            .limit(MAX_FRAMES)
            .map(frame -> ResolvedFrame.none(frame, List.of(), null));
    Set<String> seen = new HashSet<>();
    return Stream.concat(all.stream(), left)
        .sorted(Comparator.comparing(frame -> own.getOrDefault(frame.frame(), Integer.MAX_VALUE)))
        .filter(
            frame ->
                frame.isFound()
                    ? seen.add(frame.path() + ":" + frame.line())
                    : !frame.frame().qualifiedFunction().isEmpty())
        .map(frame -> FrameJson.of(frame, own.containsKey(frame.frame())))
        .toList();
  }

  private EventSet set(Asked asked, TimeRange range) {
    return new EventSet(store, new Selection(asked.query(), range));
  }

  private static Optional<LogEvent> symptom(Asked asked, Comparison comparison) {
    return asked.symptom() != null
        ? Optional.of(asked.symptom())
        : comparison.patterns().stream()
            .filter(PatternChange::isRise)
            .findFirst()
            .map(PatternChange::example);
  }

  private SymptomJson json(LogEvent event, Asked asked) {
    StackTrace exception = event.exception();
    String pattern = event.pattern() == null ? null : event.pattern().id();
    return new SymptomJson(
        event.body(),
        event.service(),
        EventJson.level(event.severity()),
        exception == null ? null : exception.chain().getLast().type(),
        pattern,
        event.id().value(),
        pattern == null ? 1 : count(pattern, asked));
  }

  private long count(String pattern, Asked asked) {
    Query those = Query.and(List.of(asked.query(), new Query.Is("pattern", pattern)));
    Selection selection = new Selection(those, asked.window().now());
    return store.aggregate(selection, List.of(), 1).total().value();
  }

  private static ClearedJson json(Cleared cleared) {
    return new ClearedJson(
        cleared.kind().name().toLowerCase(Locale.ROOT),
        cleared.id(),
        cleared.title(),
        cleared.reason());
  }
}
