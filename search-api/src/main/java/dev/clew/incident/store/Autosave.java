// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Version;
import dev.clew.incident.store.BlockRows.Draft;
import java.time.Duration;
import java.time.Instant;

/**
 * Which of the many texts that are saved while somebody writes are versions of their own. A text
 * stands for the one before it when the same person wrote both within five minutes of starting, and
 * nothing longer than a sentence was taken out on the way.
 */
final class Autosave {
  private static final Duration SITTING = Duration.ofMinutes(5);
  private static final int SENTENCE = 200;

  private Autosave() {}

  /** Whether {@code next}, written {@code at}, stands for {@code before} too. */
  static boolean covers(Draft before, String next, String by, Instant at) {
    Version version = before.version();
    boolean sitting =
        version.by().equals(by)
            && version.revision() > 1
            && Duration.between(before.since(), at).compareTo(SITTING) < 0;
    return sitting && takenOut(version.text(), next) <= SENTENCE;
  }

  /**
   * Characters of {@code before} between the start and the end that it shares with {@code next}.
   */
  private static int takenOut(String before, String next) {
    int shorter = Math.min(before.length(), next.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == next.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == next.charAt(next.length() - 1 - end)) {
      end++;
    }
    return before.length() - start - end;
  }
}
