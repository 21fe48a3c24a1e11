// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.window;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import java.util.List;
import java.util.Locale;

/** How far an event or pattern speaks of a failure. */
public final class Failing {
  private static final int LONGEST_TEXT = 2_000;
  private static final List<String> WORDS =
      List.of(
          "error",
          "exception",
          "fail",
          "traceback",
          "panic",
          "fatal",
          "timeout",
          "timed out",
          "refused",
          "denied",
          "unable to",
          "cannot",
          "could not",
          "unavailable",
          "abort",
          "expired",
          "rejected",
          "corrupt",
          "crash",
          "deadlock",
          "out of memory",
          "unexpected");

  private Failing() {}

  /** From 0.1 for a mere remark to 1 for a fatal error; text counts where the severity is mild. */
  public static double degree(Severity severity, String text) {
    double bySeverity =
        switch (severity) {
          case FATAL -> 1;
          case ERROR -> 0.9;
          case WARN -> 0.45;
          case UNSPECIFIED -> 0.25;
          case INFO -> 0.2;
          case DEBUG, TRACE -> 0.1;
        };
    if (bySeverity < 0.9 && isNotice(text)) {
      return 0.1;
    }
    if (bySeverity >= 0.9 || !speaksOfFailure(text)) {
      return bySeverity;
    }
    return severity == Severity.UNSPECIFIED ? 0.7 : Math.min(0.65, bySeverity + 0.2);
  }

  /** True for an error, a failed span, or an event with an exception that is not mere debugging. */
  public static boolean isFailure(LogEvent event) {
    return event.severity().isError()
        || (event.exception() != null && event.severity().compareTo(Severity.DEBUG) > 0)
        || (event.exception() != null && event.severity() == Severity.UNSPECIFIED)
        || isFailedSpan(event);
  }

  private static boolean isFailedSpan(LogEvent event) {
    if (!event.attributes().containsKey("duration_ms")) {
      return false;
    }
    String status = event.attributes().getOrDefault("status", "").toLowerCase(Locale.ROOT);
    return status.contains("error")
        || status.equals("2")
        || !event.attributes().getOrDefault("error", "").isEmpty();
  }

  /** What will go away in a later version works today. */
  private static boolean isNotice(String text) {
    return text.contains("deprecat") || text.contains("Deprecat") || text.contains("DEPRECAT");
  }

  private static boolean speaksOfFailure(String text) {
    String lower =
        text.substring(0, Math.min(LONGEST_TEXT, text.length())).toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
