// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.format.Detection;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains how one file is read: its format, and an event taken apart. */
public final class DetectionText {
  private static final int WIDTH = 160;
  private static final int MAX_ATTRIBUTES = 8;

  private final Console console;
  private final ZoneId zone;

  /**
   * @param zone in which times are printed, and taken to be where lines name none
   */
  public DetectionText(Console console, ZoneId zone) {
    this.console = console;
    this.zone = zone;
  }

  /** Prints what was understood of {@code file}. */
  public void print(String file, FileTally tally) {
    Detection detection = tally.detection();
    console.print(
        console.bold(Console.safe(file, 80))
            + ": "
            + detection.format()
            + " - "
            + detection.title());
    row(
        "events",
        "%,d in %,d lines; %d %% of the first lines that start an event are %s"
            .formatted(
                tally.events(),
                tally.lines(),
                Math.round(100 * detection.share()),
                detection.format()));
    row("time", tally.timed() + "; " + tally.assumptions(zone));
    row("level", tally.levelled());
    if (tally.formats().size() > 1) {
      row("mixed", tally.mix());
    }
    if (!detection.columns().isEmpty()) {
      row("learned", String.join(" | ", detection.columns()) + " | message");
    }
    if (!detection.rivals().isEmpty()) {
      row("also fits", rivals(detection.rivals()));
    }
    tally.example().ifPresent(this::example);
    if (detection.format().equals("unknown")) {
      row("to name it", "put three of its lines into NAME.format (CONTRIBUTING, Add a format)");
    }
  }

  private static String rivals(List<Detection.Rival> rivals) {
    return rivals.stream()
        .map(each -> "%s %d %%".formatted(each.format(), Math.round(100 * each.share())))
        .collect(Collectors.joining(", "));
  }

  private void example(LogEvent event) {
    row(
        "line " + event.origin().line(),
        Console.safe(event.raw().text(StandardCharsets.UTF_8), WIDTH));
    part("time", TimeText.print(event.time().instant(), zone));
    part("level", event.severity() == Severity.UNSPECIFIED ? null : level(event));
    part("service", event.service());
    part("host", event.host());
    part("thread", event.thread());
    part("logger", event.logger());
    part("trace", event.traceId());
    part("span", event.spanId());
    event.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MAX_ATTRIBUTES)
        .forEach(each -> part(each.getKey(), each.getValue()));
    part("message", event.body());
  }

  private static String level(LogEvent event) {
    String text = event.severityText();
    String name = event.severity().name();
    return text == null || text.equalsIgnoreCase(name) ? name : "%s (%s)".formatted(name, text);
  }

  private void row(String name, String text) {
    console.print("  %-11s %s".formatted(name, text));
  }

  private void part(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      console.print(
          "    %s %s"
              .formatted(
                  console.dim("%-9s".formatted(Console.safe(name, 40))),
                  Console.safe(text, WIDTH)));
    }
  }
}
