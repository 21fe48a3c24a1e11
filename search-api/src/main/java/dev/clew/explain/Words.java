// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times read in a finding. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST_TEMPLATE = 120;

  private Words() {}

  /** The time of day in UTC, to the second. */
  static String time(long epochNanos) {
    return TIME.format(EventTime.instant(epochNanos));
  }

  /** A length of time in its largest fitting unit: {@code 4 h}, {@code 25 min}, {@code 40 s}. */
  static String duration(double nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 90) {
      return Math.round(seconds) + " s";
    }
    if (seconds < 90 * 60) {
      return Math.round(seconds / 60) + " min";
    }
    return seconds < 48 * 3600
        ? Math.round(seconds / 3600) + " h"
        : Math.round(seconds / 86_400) + " days";
  }

  /** Three significant digits at most, without an exponent. */
  static String number(double value) {
    double magnitude = Math.abs(value);
    if (magnitude >= 100 || value == Math.rint(value)) {
      return Long.toString(Math.round(value));
    }
    return String.format(Locale.ROOT, magnitude >= 1 ? "%.1f" : "%.3f", value);
  }

  static String events(long count) {
    return count == 1 ? "1 event" : count + " events";
  }

  static String level(Severity severity) {
    return severity == Severity.UNSPECIFIED ? "" : severity.name().toLowerCase(Locale.ROOT) + " ";
  }

  /** A pattern's template on one line, cut to what a sentence bears. */
  static String quote(String template) {
    int end = template.indexOf('\n');
    String line = end < 0 ? template : template.substring(0, end);
    return line.length() <= LONGEST_TEMPLATE ? line : line.substring(0, LONGEST_TEMPLATE) + "…";
  }
}
