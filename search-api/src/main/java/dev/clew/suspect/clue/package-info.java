// SPDX-License-Identifier: Apache-2.0
/**
 * The heuristics: each {@link dev.clew.suspect.clue.Clue} looks at one candidate and the scene, and
 * may yield evidence for or against it. Stateless, and none knows another.
 *
 * <p>Nothing here reads logs or repositories itself, sums or ranks. A new clue joins the list in
 * {@link dev.clew.suspect.clue.Clues}; start reading there.
 */
@NullMarked
package dev.clew.suspect.clue;

import org.jspecify.annotations.NullMarked;
