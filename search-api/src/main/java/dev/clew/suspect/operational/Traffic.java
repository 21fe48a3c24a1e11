// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.event.LogEvent;
import dev.clew.explain.EventSet;
import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.symptom.Symptom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** More came in than usual: a measured rate of requests rose when the failure began. */
public final class Traffic {
  private static final Pattern DEMAND =
      Pattern.compile(
          "request|rps|qps|throughput|traffic|calls|messages_per|events_per|ingress|concurren|sessions",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER =
      Pattern.compile(
          "error|fail|latency|duration|seconds|_ms|p9\\d|5xx|4xx|timeout|ratio|pct|percent|reject|retr|queue|cancel",
          Pattern.CASE_INSENSITIVE);
  private static final int MAX_METRICS = 200;
  private static final int MAX_POINTS = 5_000;
  private static final int ENOUGH = 3;
  private static final double SURGE = 1.8;
  private static final double FLOOD = 3;
  private static final double SURGE_WEIGHT = 0.6;
  private static final double FLOOD_WEIGHT = 0.25;

  private final EventSet now;
  private final EventSet before;
  private final @Nullable Instant onset;

  private Traffic(EventSet now, EventSet before, @Nullable Instant onset) {
    this.now = now;
    this.before = before;
    this.onset = onset;
  }

  public static Traffic of(EventSet now, EventSet before, Symptom symptom) {
    return new Traffic(now, before, symptom.onset());
  }

  private record Rise(String metric, String service, double usual, double since, LogEvent example) {
    double factor() {
      return since / usual;
    }
  }

  /** The surge, when there is one. */
  public Optional<Suspect> look() {
    Instant began = onset;
    if (began == null) {
      return Optional.empty();
    }
    Groups metrics =
        now.store()
            .aggregate(now.selection(), List.of(new Grouping.ByField("metric")), MAX_METRICS);
    return metrics.groups().stream()
        .map(group -> group.keys().get(0))
        .filter(metric -> DEMAND.matcher(metric).find() && !OTHER.matcher(metric).find())
        .flatMap(metric -> rises(metric, began).stream())
        .max(Comparator.comparingDouble(Rise::factor))
        .map(Traffic::suspect);
  }

  private static Suspect suspect(Rise rise) {
    List<Evidence> evidence = new ArrayList<>();
    String text =
        "%s of %s rose from %.4g to %.4g (%.1f times) since the failure began"
            .formatted(rise.metric, rise.service, rise.usual, rise.since, rise.factor());
    evidence.add(Evidence.seen(SURGE_WEIGHT, text, rise.example.id()));
    if (rise.factor() >= FLOOD) {
      evidence.add(
          Evidence.of(FLOOD_WEIGHT, "that is more than %.0f times the usual".formatted(FLOOD)));
    }
    return Operational.suspect("traffic", "a surge of traffic", rise.service, evidence);
  }

  private List<Rise> rises(String metric, Instant began) {
    Map<String, List<LogEvent>> usual = new HashMap<>();
    Map<String, List<LogEvent>> since = new HashMap<>();
    points(before, metric)
        .forEach(event -> usual.computeIfAbsent(service(event), s -> new ArrayList<>()).add(event));
    for (LogEvent event : points(now, metric)) {
      boolean after = !event.time().instant().isBefore(began);
      (after ? since : usual).computeIfAbsent(service(event), s -> new ArrayList<>()).add(event);
    }
    List<Rise> rises = new ArrayList<>();
    since.forEach(
        (service, events) -> {
          List<LogEvent> then = usual.getOrDefault(service, List.of());
          if (events.size() >= ENOUGH
              && then.size() >= ENOUGH
              && median(then) > 0
              && median(events) / median(then) >= SURGE) {
            rises.add(new Rise(metric, service, median(then), median(events), events.get(0)));
          }
        });
    return rises;
  }

  private static List<LogEvent> points(EventSet set, String metric) {
    Query named = new Query.And(List.of(set.selection().query(), new Query.Is("metric", metric)));
    return set
        .store()
        .search(
            new Selection(named, set.selection().range()),
            Order.OLDEST_FIRST,
            Optional.empty(),
            MAX_POINTS)
        .events()
        .stream()
        .filter(event -> value(event).isPresent())
        .toList();
  }

  private static double median(List<LogEvent> events) {
    double[] values =
        events.stream()
            .flatMap(event -> value(event).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    return values[values.length / 2];
  }

  private static Optional<Double> value(LogEvent event) {
    String text = event.attributes().getOrDefault("value", "");
    boolean number =
        !text.isEmpty()
            && text.length() < 32
            && text.chars()
                .allMatch(
                    c ->
                        (c >= '0' && c <= '9')
                            || c == '.'
                            || c == '-'
                            || c == 'e'
                            || c == 'E'
                            || c == '+');
    try {
      return number ? Optional.of(Double.valueOf(text)) : Optional.empty();
    } catch (NumberFormatException e) {
      // such as 1.2.3: a version, not a measurement
      return Optional.empty();
    }
  }

  private static String service(LogEvent event) {
    return event.service() == null ? "the system" : event.service().toLowerCase(Locale.ROOT);
  }
}
