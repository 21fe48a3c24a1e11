// SPDX-License-Identifier: Apache-2.0
/**
 * Which change is to blame, and why: each {@link dev.clew.suspect.Clue} is one heuristic that
 * yields {@link dev.clew.suspect.Evidence} for or against a change, and the sum of the evidence
 * ranks the {@link dev.clew.suspect.Suspect}s.
 *
 * <p>Nothing here reads logs or repositories itself, and no rule knows a particular service, file
 * or incident. Start reading at {@link dev.clew.suspect.Investigation} (logs) or {@link
 * dev.clew.suspect.TraceSuspects} (a stack trace), then {@link dev.clew.suspect.Ranking}.
 */
@NullMarked
package dev.clew.suspect;

import org.jspecify.annotations.NullMarked;
