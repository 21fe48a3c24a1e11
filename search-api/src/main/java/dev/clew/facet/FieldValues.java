// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.store.Count;
import java.util.List;

/**
 * The most frequent values of the fields of a selection.
 *
 * @param total events in the selection
 * @param fields those that any event has
 * @param sampled how many of the newest events were read to learn which attributes there are; 0
 *     when all were
 * @param complete false when events may be missing in any count
 */
public record FieldValues(Count total, List<Field> fields, long sampled, boolean complete) {
  public FieldValues {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param values the most frequent, equal ones by their text
   * @param more true when there are more values than listed
   * @param missing events that lack the field
   * @param lacking most events that each value may have besides those counted; see {@link
   *     dev.clew.store.Groups}
   */
  public record Field(String name, List<Value> values, boolean more, long missing, long lacking) {
    public Field {
      values = List.copyOf(values);
    }
  }

  /** A value and how many events have it. */
  public record Value(String text, long count) {}
}
