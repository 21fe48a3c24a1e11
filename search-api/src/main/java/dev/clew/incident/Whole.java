// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.util.List;
import java.util.Map;

/**
 * An incident with all that belongs to it, as it travels from one Clew to another.
 *
 * @param copies bytes of each piece of evidence, removed ones too, by its id
 * @param versions every text of each block, by the block's id; the last is the block's own
 * @param history what was done to it
 */
public record Whole(
    Incident incident,
    Map<String, byte[]> copies,
    Map<String, List<Version>> versions,
    List<Entry> history) {
  public Whole {
    copies = Map.copyOf(copies);
    versions = Map.copyOf(versions);
    history = List.copyOf(history);
  }
}
