// SPDX-License-Identifier: Apache-2.0
/**
 * What the clues look at: the candidates, the failing code and who touched it, which deploy brought
 * which commit, and how the words of a commit relate to those of the symptom.
 *
 * <p>Facts only; what they weigh is decided by the clues. Start reading at {@link
 * dev.clew.suspect.scene.Scene}, then {@link dev.clew.suspect.scene.Scenes}, which sets it.
 */
@NullMarked
package dev.clew.suspect.scene;

import org.jspecify.annotations.NullMarked;
