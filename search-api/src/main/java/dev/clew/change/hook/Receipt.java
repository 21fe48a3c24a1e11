// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import java.util.List;

/**
 * What became of a delivery.
 *
 * @param added the changes that were not known before, kept now
 * @param known how many were known already
 * @param notes what else it told, or why it told of no change
 */
public record Receipt(List<Change> added, int known, List<String> notes) {
  public Receipt {
    added = List.copyOf(added);
    notes = List.copyOf(notes);
  }
}
