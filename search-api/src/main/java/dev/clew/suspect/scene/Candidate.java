// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.change.Change;
import dev.clew.code.Commit;
import dev.clew.suspect.edit.Edits;

/** A change that may be to blame. */
public sealed interface Candidate {
  /** A commit and what it edited. */
  record OfCommit(Commit commit, Edits edits) implements Candidate {}

  /** A deploy, a configuration change or a flag. */
  record OfChange(Change change) implements Candidate {}
}
