// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate;

import dev.clew.correlate.Unit.Joined;
import dev.clew.correlate.clock.Offsets;
import dev.clew.correlate.request.Span;
import dev.clew.correlate.request.SpanTree;
import dev.clew.correlate.request.SpanTree.Node;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The listed events of a unit as bars: its spans, each under the one that called it, and a bar from
 * the first to the last event for each service that has none.
 *
 * @param notes what the bars do not show, in words
 */
public record Bars(List<Bar> bars, List<String> notes) {
  public Bars {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  /** The bars of {@code unit}, with {@code offsets} taken off the times. */
  public static Bars of(Unit unit, Offsets offsets) {
    List<Span> spans = new ArrayList<>();
    for (Joined joined : unit.events()) {
      Span.of(joined.event()).ifPresent(spans::add);
    }
    SpanTree tree = SpanTree.of(spans);
    List<Bar> bars = new ArrayList<>();
    tree.nodes().forEach(node -> bars.add(bar(node, offsets)));
    Set<String> spanned = spans.stream().map(Span::service).collect(Collectors.toSet());
    Map<String, Bar> rest = new LinkedHashMap<>();
    for (Joined joined : unit.events()) {
      LogEvent event = joined.event();
      String service = event.service() == null ? "" : event.service();
      if (!spanned.contains(service)) {
        rest.merge(service, bar(event, service, offsets), Bars::together);
      }
    }
    rest.values().stream()
        .sorted(Comparator.comparingLong(Bar::start).thenComparing(Bar::service))
        .forEach(bars::add);
    List<String> notes = new ArrayList<>(tree.notes());
    long left = unit.total().value() - unit.events().size();
    if (left > 0) {
      notes.add("%,d events are not listed and have no part in the bars".formatted(left));
    }
    return new Bars(bars, notes);
  }

  private static Bar bar(Node node, Offsets offsets) {
    Span span = node.span();
    LogEvent event = span.event();
    return new Bar(
        span.id(),
        span.parent(),
        span.service(),
        event.body(),
        offsets.time(event),
        span.nanos(),
        node.depth(),
        1,
        event.severity());
  }

  private static Bar bar(LogEvent event, String service, Offsets offsets) {
    return new Bar("", "", service, "", offsets.time(event), 0, 0, 1, event.severity());
  }

  private static Bar together(Bar one, Bar other) {
    long start = Math.min(one.start(), other.start());
    long end = Math.max(end(one), end(other));
    Severity worst = one.worst().compareTo(other.worst()) >= 0 ? one.worst() : other.worst();
    return new Bar(
        "",
        "",
        one.service(),
        "",
        start,
        Unit.between(start, end),
        0,
        one.events() + other.events(),
        worst);
  }

  private static long end(Bar bar) {
    long end = bar.start() + bar.nanos();
    return end < bar.start() ? Long.MAX_VALUE : end;
  }
}
