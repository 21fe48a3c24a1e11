// SPDX-License-Identifier: Apache-2.0
/**
 * Which change is to blame, and why: sets the scene, lets every clue weigh every change, clears
 * what cannot be the cause and ranks the rest by the sum of its evidence.
 *
 * <p>No heuristic of its own lives here: those about a change are in {@code suspect.clue}, those
 * about the world around a program in {@code suspect.operational}. No rule knows a particular
 * service, file or incident. Start reading at {@link dev.clew.suspect.Investigation} (logs) or
 * {@link dev.clew.suspect.TraceSuspects} (a stack trace), then {@link dev.clew.suspect.Ranking}.
 */
@NullMarked
package dev.clew.suspect;

import org.jspecify.annotations.NullMarked;
