// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import java.util.Comparator;
import java.util.List;

/**
 * The groups of a selection.
 *
 * @param groups largest first, equal ones by key; at most as many as were asked for
 * @param total events in the selection
 * @param complete false when there are more groups than {@code groups} lists
 * @param lacking most events that each of {@code groups} may have besides those counted, because
 *     there were more groups than a store can count at once; a group that is not listed has no more
 *     than the last that is listed and these. 0 when the counts of all groups are right. Above 0 a
 *     group may have begun before its {@code first} and gone on after its {@code last}
 */
public record Groups(List<Group> groups, Count total, boolean complete, long lacking) {
  /** Largest first, equal ones by key. */
  public static final Comparator<Group> ORDER =
      Comparator.comparingLong(Group::count)
          .reversed()
          .thenComparing(Group::keys, Groups::compareKeys);

  /** Groups whose counts are right. */
  public Groups(List<Group> groups, Count total, boolean complete) {
    this(groups, total, complete, 0);
  }

  public Groups {
    if (lacking > 0 && complete) {
      throw new IllegalArgumentException("groups that lack events are not complete");
    }
    groups = List.copyOf(groups);
  }

  private static int compareKeys(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /**
   * Events that share the values they were grouped by.
   *
   * @param keys one a grouping, in their order
   * @param count how many events
   * @param first time of the earliest, nanoseconds since the epoch
   * @param last time of the latest, nanoseconds since the epoch
   */
  public record Group(List<String> keys, long count, long first, long last) {
    public Group {
      keys = List.copyOf(keys);
    }
  }
}
