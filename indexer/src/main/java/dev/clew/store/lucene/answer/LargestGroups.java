// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Count;
import dev.clew.store.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Picks the largest of many groups without making all of them. */
final class LargestGroups {
  private LargestGroups() {}

  /** The {@code limit} largest groups, of {@code total} events. */
  static Groups of(GroupPaths paths, GroupCounts counts, int limit, Count total) {
    int met = 0;
    // the least of those kept is at the head, to be thrown out first
    PriorityQueue<Groups.Group> kept = new PriorityQueue<>(Groups.ORDER.reversed());
    for (int group = 0; group < paths.size(); group++) {
      long count = counts.count(group);
      met += count > 0 ? 1 : 0;
      if (count > 0 && (kept.size() < limit || count >= kept.element().count())) {
        kept.add(
            new Groups.Group(paths.keys(group), count, counts.first(group), counts.last(group)));
        if (kept.size() > limit) {
          kept.remove();
        }
      }
    }
    List<Groups.Group> groups = new ArrayList<>(kept);
    groups.sort(Groups.ORDER);
    long lacking = counts.forgotten();
    return new Groups(groups, total, lacking == 0 && met <= limit, lacking);
  }
}
