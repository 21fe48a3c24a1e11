// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.Draft;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one source in one format. Not thread-safe. */
public interface LineParser {

  /** What the line says when it starts an event of this format; null when it does not. */
  @Nullable Draft start(String line);

  /** True when the line, though it could start an event, explains one of this format before it. */
  default boolean continues(String line) {
    return false;
  }

  /** Gives {@code draft}, the last that {@link #start} returned, a line that continues it. */
  default void join(Draft draft, String line) {
    draft.join(line);
  }

  /** True when the line names the columns of those after it; it is part of no event. */
  default boolean isHeader(String line) {
    return false;
  }

  /** Completes an event once all its lines are joined. */
  void finish(Draft draft);
}
