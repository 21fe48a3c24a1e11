// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.change.Change;
import dev.clew.code.Commit;
import dev.clew.suspect.edit.Edits;
import java.util.Map;
import java.util.Optional;

/** A change that may be to blame. */
public sealed interface Candidate {
  /**
   * A commit and what it edited.
   *
   * @param functions how much of which function on the failing path it edited, 0 to 1, by {@link
   *     Spot#key()}
   * @param page address of its page; empty when its repository has none that is known
   */
  record OfCommit(Commit commit, Edits edits, Map<String, Double> functions, Optional<String> page)
      implements Candidate {}

  /** A deploy, a configuration change or a flag. */
  record OfChange(Change change) implements Candidate {}
}
