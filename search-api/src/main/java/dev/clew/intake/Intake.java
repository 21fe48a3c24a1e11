// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.ingest.ReadSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of a server come from.
 *
 * @param imports takes files; null when none are taken
 * @param followed what is read as it is written
 * @param lines what was not understood
 * @param settings how lines are read that somebody tries
 */
public record Intake(
    @Nullable Imports imports, Followed followed, UnreadLines lines, ReadSettings settings) {

  /** Takes nothing, follows nothing. */
  public static Intake none() {
    return new Intake(
        null,
        Followed.nothing(),
        UnreadLines.forgetful(),
        new ReadSettings(ZoneOffset.UTC, Instant.EPOCH));
  }
}
