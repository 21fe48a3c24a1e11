// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.store.Count;
import java.util.List;

/**
 * A field and its most frequent values.
 *
 * @param different how many different values there are; when not exact, at least so many
 * @param missing events without the field
 * @param exact false when events may be missing in the counts
 */
public record Facet(String name, List<Value> values, Count different, long missing, boolean exact) {
  public Facet {
    values = List.copyOf(values);
  }

  /**
   * A value.
   *
   * @param count how many events have it
   * @param steps how many of them lie in each step of time
   */
  public record Value(String text, long count, List<Long> steps) {
    public Value {
      steps = List.copyOf(steps);
    }
  }
}
