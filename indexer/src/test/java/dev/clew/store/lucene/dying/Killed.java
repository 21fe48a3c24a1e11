// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.dying;

/** The process is dead: nothing may happen any more. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("the process was killed", null, false, false);
  }
}
