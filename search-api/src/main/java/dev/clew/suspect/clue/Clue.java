// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import java.util.List;

/** One heuristic: what it finds for or against a change. Stateless. */
public interface Clue {
  /** The evidence about {@code candidate}; empty when this heuristic has nothing to say. */
  List<Evidence> weigh(Candidate candidate, Scene scene);
}
