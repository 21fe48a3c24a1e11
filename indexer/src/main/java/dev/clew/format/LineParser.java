// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import org.jspecify.annotations.Nullable;

/** Reads the lines of one source in one format. Not thread-safe. */
interface LineParser {

  /** What the line says when it starts an event of this format; null when it does not. */
  @Nullable Draft start(String line);

  /** Completes an event once all its lines are joined. */
  void finish(Draft draft);
}
