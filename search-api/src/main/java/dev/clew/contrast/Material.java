// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.contrast.member.Members;
import dev.clew.contrast.member.SetCounts;
import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a comparison looks at.
 *
 * @param store answers as long as somebody waits
 * @param here which events, and the members that were read of them
 * @param there the same of the other set
 * @param yardstick makes counts of all members comparable
 * @param whole true when all members were read
 * @param named fields that the queries name: that they differ is no finding
 */
record Material(
    LogStore store,
    Side here,
    Side there,
    Yardstick yardstick,
    boolean whole,
    Set<String> named,
    Until until) {

  /**
   * One set.
   *
   * @param counts what the store counted; empty where all was read
   */
  record Side(Selection selection, Members members, Optional<SetCounts> counts) {}

  /** How many events of each set match {@code more} as well: here, there. */
  long[] count(Query more) {
    return new long[] {count(here.selection(), more), count(there.selection(), more)};
  }

  private long count(Selection selection, Query more) {
    Query both = Query.and(List.of(selection.query(), more));
    return store.aggregate(new Selection(both, selection.range()), List.of(), 1).total().value();
  }
}
