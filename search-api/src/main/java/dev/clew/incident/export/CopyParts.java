// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The stored copy of a piece of evidence, as parts of the document. */
final class CopyParts {
  /** Rows of a table; the copy itself holds all of them. */
  private static final int MOST_ROWS = 100;

  /** Characters shown of a copy whose form is not known. */
  private static final int MOST_RAW = 4_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final Evidence evidence;
  private final Times times;
  private final List<Part> parts = new ArrayList<>();

  private CopyParts(Evidence evidence, Times times) {
    this.evidence = evidence;
    this.times = times;
  }

  static List<Part> of(Evidence evidence, String copy, Times times) {
    CopyParts written = new CopyParts(evidence, times);
    try {
      written.write(new Answer(JSON.readTree(copy)));
    } catch (JacksonException unreadable) {
      written.parts.clear();
    }
    return written.parts.isEmpty() ? raw(copy) : List.copyOf(written.parts);
  }

  private static List<Part> raw(String copy) {
    String shown = copy.substring(0, Math.min(MOST_RAW, copy.length()));
    String said =
        shown.length() == copy.length()
            ? "The copy, as it was stored:"
            : "The first %d of the copy's %d characters:".formatted(shown.length(), copy.length());
    return List.of(new Part.Sentence(said), new Part.Lines(shown.lines().toList()));
  }

  private void write(Answer answer) {
    switch (evidence.kind()) {
      case ROW -> row(answer);
      case ROWS -> rows(answer);
      case CHART -> chart(answer);
      case PATTERNS -> patterns(answer);
      case COMPARISON -> comparison(answer);
      case SUSPECT -> parts.addAll(SuspectParts.of(answer, evidence.chosen(), times));
      case DIFF -> source(answer);
      case TRACE -> trace(answer);
      case TIMELINE -> timeline(answer);
    }
  }

  private void row(Answer answer) {
    Answer event = answer.at("event");
    if (!event.present()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    answer.all("before").forEach(before -> lines.add("  " + line(before)));
    event.text("raw").lines().forEach(line -> lines.add("> " + line));
    answer.all("after").forEach(after -> lines.add("  " + line(after)));
    Answer origin = event.at("origin");
    parts.add(
        new Part.Sentence(
            "%s, %s, line %s of %s"
                .formatted(
                    event.time("time", times),
                    event.text("service"),
                    origin.text("line"),
                    origin.text("file"))));
    parts.add(new Part.Lines(lines));
  }

  private static String line(Answer event) {
    return "%s %s %s %s"
        .formatted(
            event.utc("time"),
            event.text("level"),
            event.text("service"),
            event.text("message").lines().findFirst().orElse(""));
  }

  private void rows(Answer answer) {
    events(answer.all("events"), answer.count("total"));
  }

  private void events(List<Answer> events, String total) {
    int shown = Math.min(MOST_ROWS, events.size());
    parts.add(new Part.Sentence("%d of %s events:".formatted(shown, total)));
    table(
        List.of("Time (UTC)", "Level", "Service", "Message"),
        events.subList(0, shown),
        event ->
            List.of(
                event.utc("time"),
                event.text("level"),
                event.text("service"),
                event.text("message").lines().findFirst().orElse("")));
  }

  private interface Cells {
    List<String> of(Answer answer);
  }

  private void table(List<String> columns, List<Answer> answers, Cells cells) {
    if (!answers.isEmpty()) {
      parts.add(new Part.Rows(columns, answers.stream().map(cells::of).toList()));
    }
  }

  private void chart(Answer answer) {
    List<Part.Bar> bars = new ArrayList<>();
    for (Answer bucket : answer.all("buckets")) {
      Map<String, Long> counts = new HashMap<>();
      bucket
          .at("counts")
          .node()
          .propertyStream()
          .forEach(one -> counts.put(one.getKey(), one.getValue().asLong(0)));
      bars.add(new Part.Bar(bucket.utc("time"), counts));
    }
    if (bars.isEmpty()) {
      return;
    }
    List<String> levels = new ArrayList<>(answer.texts("levels").reversed());
    levels.removeIf(level -> bars.stream().noneMatch(bar -> bar.counts().containsKey(level)));
    Part.Bar highest = bars.stream().max(Comparator.comparingLong(Part.Bar::total)).orElseThrow();
    String finding =
        "%s events in %d steps of %s; most, %d, from %s"
            .formatted(
                answer.count("total"),
                bars.size(),
                Times.length(Duration.ofMillis(answer.number("stepMs"))),
                highest.total(),
                highest.label());
    parts.add(new Part.Bars(finding, levels, bars));
    changes(answer);
  }

  private void changes(Answer answer) {
    table(
        List.of("Change", "Time (UTC)", "Service", "What", "By"),
        answer.all("changes"),
        change ->
            List.of(
                change.text("kind"),
                change.utc("time"),
                change.text("service"),
                change.text("label"),
                change.text("by")));
  }

  private void patterns(Answer answer) {
    if (answer.at("template").present()) {
      parts.add(
          new Part.Sentence(
              "%s events, first %s, last %s"
                  .formatted(
                      answer.text("count"),
                      answer.time("first", times),
                      answer.time("last", times))));
      parts.add(new Part.Lines(List.of(answer.text("template"))));
      return;
    }
    List<Answer> patterns = answer.all("patterns");
    int shown = Math.min(MOST_ROWS, patterns.size());
    parts.add(
        new Part.Sentence(
            "%d of %d patterns of %s events:"
                .formatted(shown, patterns.size(), answer.count("total"))));
    table(
        List.of("Count", "Before", "Kind", "First (UTC)", "Level", "Services", "Pattern"),
        patterns.subList(0, shown),
        pattern ->
            List.of(
                pattern.text("count"),
                pattern.text("before"),
                pattern.text("kind"),
                pattern.utc("first"),
                pattern.text("level"),
                String.join(", ", pattern.texts("services")),
                pattern.text("template")));
  }

  private void comparison(Answer answer) {
    if (answer.text("sentence").isEmpty()) {
      return;
    }
    parts.add(
        new Part.Sentence(
            "%s. Here %s events (%.1f a minute), there %s (%.1f a minute)."
                .formatted(
                    answer.text("sentence"),
                    answer.at("here").text("members"),
                    answer.at("here").real("perMinute"),
                    answer.at("there").text("members"),
                    answer.at("there").real("perMinute"))));
    table(
        List.of("Kind", "Difference"),
        answer.all("groups"),
        group -> List.of(group.at("leading").text("kind"), group.at("leading").text("sentence")));
    table(
        List.of("Left out", "Why"),
        answer.all("leftOut"),
        left -> List.of(left.text("name"), left.text("reason")));
  }

  private void source(Answer answer) {
    if (answer.at("subject").present()) {
      parts.add(
          new Part.Sentence(
              "%s %s, by %s, %s"
                  .formatted(
                      answer.text("id"),
                      answer.text("subject"),
                      answer.text("author"),
                      answer.time("time", times))));
    }
    List<String> lines = new ArrayList<>();
    for (Answer line : answer.all("lines")) {
      lines.add("%5s  %s".formatted(line.text("line"), line.text("text")));
    }
    if (!lines.isEmpty()) {
      parts.add(new Part.Lines(lines));
    }
  }

  private void trace(Answer answer) {
    parts.add(
        new Part.Sentence(
            "%s: %s events in %d services, %s to %s"
                .formatted(
                    answer.text("value"),
                    answer.count("total"),
                    answer.all("services").size(),
                    answer.time("start", times),
                    answer.time("end", times))));
    table(
        List.of("Service", "First (UTC)", "Last (UTC)", "Events", "Worst level"),
        answer.all("services"),
        service ->
            List.of(
                service.text("service"),
                service.utc("start"),
                service.utc("end"),
                service.text("events"),
                service.text("level")));
    events(
        answer.all("events").stream().map(event -> event.at("event")).toList(),
        answer.count("total"));
  }

  private void timeline(Answer answer) {
    table(
        List.of("Lane", "Events", "First (UTC)", "Last (UTC)", "First error (UTC)"),
        answer.all("lanes"),
        lane ->
            List.of(
                lane.text("name"),
                lane.text("total"),
                lane.utc("first"),
                lane.utc("last"),
                lane.utc("firstError")));
    changes(answer);
  }
}
