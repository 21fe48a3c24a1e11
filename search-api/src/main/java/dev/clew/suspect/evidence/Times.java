// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

import java.time.Duration;
import java.time.Instant;

/** Spans of time in words. */
public final class Times {
  private Times() {}

  /** {@code 38 s}, {@code 7 min}, {@code 3 h}, {@code 2 days}: one unit is enough to judge by. */
  public static String words(Duration span) {
    long seconds = Math.abs(span.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 2 * 3600) {
      return Math.round(seconds / 60.0) + " min";
    }
    if (seconds < 48 * 3600) {
      return Math.round(seconds / 3600.0) + " h";
    }
    return Math.round(seconds / 86400.0) + " days";
  }

  /** How far two moments are apart, in words. */
  public static String between(Instant from, Instant to) {
    return words(Duration.between(from, to));
  }
}
