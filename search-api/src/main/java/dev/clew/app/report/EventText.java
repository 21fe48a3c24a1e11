// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.report;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.TimeText;
import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** An event on one line of a terminal. */
public final class EventText {
  private static final int WIDTH = 400;

  private EventText() {}

  public static String line(Console console, LogEvent event, ZoneId zone) {
    return line(console, event, event.time().instant(), zone);
  }

  /** The line of {@code event} with another time than the one that was read. */
  public static String line(Console console, LogEvent event, Instant time, ZoneId zone) {
    String more =
        event.origin().lines() > 1
            ? console.dim("  +%d lines".formatted(event.origin().lines() - 1))
            : "";
    String service = event.service() == null ? "" : Console.safe(event.service(), 40);
    return "%s %s %-12s %s%s"
        .formatted(
            console.dim(TimeText.print(time, zone)),
            level(console, event.severity()),
            service,
            Console.safe(message(event), WIDTH),
            more);
  }

  /** The first line of the message, or of the exception where there is no message. */
  public static String message(LogEvent event) {
    String body = event.body();
    if (body.isBlank() && event.exception() != null) {
      body = event.exception().type() + ": " + event.exception().message();
    }
    int end = body.indexOf('\n');
    return end < 0 ? body : body.substring(0, end);
  }

  /** Five letters, coloured. */
  static String level(Console console, Severity severity) {
    String word = severity == Severity.UNSPECIFIED ? "-" : severity.name().toUpperCase(Locale.ROOT);
    String padded = "%-5s".formatted(word);
    return switch (severity) {
      case ERROR, FATAL -> console.red(padded);
      case WARN -> console.yellow(padded);
      default -> console.dim(padded);
    };
  }
}
