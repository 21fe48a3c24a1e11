// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.evidence;

import dev.clew.code.frame.ResolvedFrame;
import dev.clew.code.home.Home;
import java.util.List;

/**
 * What was found about the cause.
 *
 * @param suspects best first
 * @param cleared changes that are not to blame, with the reason
 * @param frames the frames of the symptom's stack traces, and the source they name
 * @param running the commits at which source was looked at, one a repository
 * @param folders which folder of a shared repository is whose, told or guessed
 * @param unknowns what could not be looked at, and what would help
 */
public record SuspectReport(
    List<Suspect> suspects,
    List<Cleared> cleared,
    List<ResolvedFrame> frames,
    List<Running> running,
    List<Home> folders,
    List<String> unknowns) {
  public SuspectReport {
    suspects = List.copyOf(suspects);
    cleared = List.copyOf(cleared);
    frames = List.copyOf(frames);
    running = List.copyOf(running);
    folders = List.copyOf(folders);
    unknowns = List.copyOf(unknowns);
  }
}
