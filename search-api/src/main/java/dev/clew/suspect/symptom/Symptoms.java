// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.symptom;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.explain.Comparison;
import dev.clew.explain.Finding;
import dev.clew.explain.Location;
import dev.clew.explain.PatternChange;
import dev.clew.explain.RankedService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a comparison found into what the clues look for. */
public final class Symptoms {
  private static final int MAX_MESSAGES = 40;
  private static final int MAX_TRACES = 10;
  private static final int MAX_PLACES = 10;
  private static final int MAX_CONTEXT = 12;

  /** A service below this share of the first one's score is not called failing. */
  private static final double FAILING_SHARE = 0.25;

  /** An event that names one of these reports on a request that came in. */
  private static final Set<String> CLIENTS =
      Set.of("client", "client.address", "client_ip", "clientip", "remote_addr");

  /** What such an event says of who asked and what the asker calls us: nothing that was called. */
  private static final Set<String> ASKER =
      Set.of(
          "referrer",
          "referer",
          "http_referer",
          "user_agent",
          "http_user_agent",
          "agent",
          "origin",
          "host",
          "http_host",
          "server",
          "server_name",
          "vhost");

  private Symptoms() {}

  public static Symptom of(Comparison comparison, Optional<Alert> alert) {
    List<PatternChange> rising =
        comparison.patterns().stream().filter(PatternChange::isRise).toList();
    List<PatternChange> failing =
        rising.stream()
            .filter(change -> change.severity().number() >= Severity.WARN.number())
            .limit(MAX_MESSAGES)
            .toList();
    List<PatternChange> telling =
        failing.isEmpty() ? rising.stream().limit(MAX_MESSAGES / 4).toList() : failing;
    List<Symptom.Message> messages = telling.stream().map(Symptoms::message).toList();
    return new Symptom(
        traces(comparison, telling),
        messages,
        places(comparison),
        context(comparison),
        services(comparison, failing, alert),
        onset(comparison, alert),
        alert.orElse(null));
  }

  /**
   * The symptom with an event that a person asks about: it is one, whether it rose or not. Where no
   * beginning was found, its own time is the first that is known.
   */
  public static Symptom asked(Symptom symptom, LogEvent event) {
    List<StackTrace> traces = new ArrayList<>(symptom.traces());
    if (event.exception() != null && !traces.contains(event.exception())) {
      traces.addFirst(event.exception());
    }
    List<Symptom.Message> messages = new ArrayList<>(symptom.messages());
    if (messages.isEmpty()) {
      messages.add(new Symptom.Message(said(event), event.service(), 1, false, event.id()));
    }
    List<String> services = new ArrayList<>(symptom.services());
    if (services.isEmpty() && event.service() != null) {
      services.add(event.service());
    }
    return new Symptom(
        traces,
        messages,
        symptom.places(),
        symptom.context(),
        services,
        symptom.onset() == null ? EventTime.instant(event.time().epochNanos()) : symptom.onset(),
        symptom.alert());
  }

  private static Symptom.Message message(PatternChange change) {
    LogEvent example = change.example();
    return new Symptom.Message(
        said(example),
        change.service(),
        change.now(),
        change.kind() == PatternChange.Kind.NEW,
        example.id());
  }

  /** The message, and what its attributes say of the failing side. */
  private static String said(LogEvent example) {
    boolean incoming = CLIENTS.stream().anyMatch(example.attributes()::containsKey);
    String attributes =
        example.attributes().entrySet().stream()
            .filter(entry -> !(incoming && ASKER.contains(entry.getKey())))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return (example.body() + " " + attributes).strip();
  }

  private static List<StackTrace> traces(Comparison comparison, List<PatternChange> telling) {
    Set<StackTrace> traces = new LinkedHashSet<>();
    telling.stream()
        .map(change -> change.example().exception())
        .filter(trace -> trace != null)
        .forEach(traces::add);
    traces.addAll(comparison.exceptions());
    return traces.stream().limit(MAX_TRACES).toList();
  }

  private static List<StackFrame> places(Comparison comparison) {
    return comparison.locations().stream().limit(MAX_PLACES).map(Symptoms::frame).toList();
  }

  private static StackFrame frame(Location location) {
    return new StackFrame("", location.function(), location.file(), location.line());
  }

  /** What is measured besides: metrics and durations that left their range. */
  private static List<String> context(Comparison comparison) {
    return comparison.services().stream()
        .limit(3)
        .flatMap(service -> service.findings().stream())
        .filter(
            finding ->
                finding
                    .event()
                    .map(event -> event.attributes().containsKey("metric"))
                    .orElse(false))
        .map(Finding::text)
        .limit(MAX_CONTEXT)
        .toList();
  }

  private static List<String> services(
      Comparison comparison, List<PatternChange> failing, Optional<Alert> alert) {
    double best = comparison.services().stream().mapToDouble(RankedService::score).max().orElse(0);
    Set<String> complaining =
        failing.stream()
            .map(PatternChange::service)
            .filter(service -> service != null)
            .collect(Collectors.toSet());
    List<String> services =
        new ArrayList<>(
            comparison.services().stream()
                .filter(
                    service ->
                        service.score() >= FAILING_SHARE * best
                            || complaining.contains(service.service()))
                .map(RankedService::service)
                .toList());
    Stream<String> alerted = alert.stream().map(Alert::service).filter(service -> service != null);
    alerted
        .filter(service -> !services.contains(service))
        .forEach(service -> services.add(Math.min(1, services.size()), service));
    return services;
  }

  /** Without an onset in the logs, the monitor's firing is the latest it can have begun. */
  private static @Nullable Instant onset(Comparison comparison, Optional<Alert> alert) {
    return comparison
        .onset()
        .map(onset -> EventTime.instant(onset.epochNanos()))
        .or(() -> alert.map(Alert::firedAt))
        .orElse(null);
  }
}
