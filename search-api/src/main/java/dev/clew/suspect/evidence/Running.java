// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

import dev.clew.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * The commit at which source was looked at.
 *
 * @param service program it is of; null when its service is not known
 * @param version version that ran; null when none was told
 * @param commit full id
 * @param subject first line of the commit's message
 * @param how how it was found, in words
 * @param by what it was found by
 * @param event the line of the logs that told it; null when none did
 */
public record Running(
    @Nullable String service,
    @Nullable String version,
    String commit,
    String subject,
    String how,
    By by,
    @Nullable EventId event) {
  /** What a running commit is found by, the best first. */
  public enum By {
    /** A person named it. */
    NAME,
    /** A deploy of the failing service. */
    DEPLOY,
    /** A line in which the failing service says what it was built from. */
    BUILD,
    /** The version that the failing events carry. */
    VERSION,
    /** The lines of the stack traces, which contradict the commit otherwise taken. */
    FRAMES,
    /** Nothing told it. */
    GUESS
  }

  /** True when something told it; false for a guess from the history. */
  public boolean sure() {
    return by != By.GUESS;
  }
}
