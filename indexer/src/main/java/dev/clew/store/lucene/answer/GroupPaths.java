// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/**
 * Numbers the groups of several groupings. A group is a path: its number at each step comes from
 * the number so far and the number of the next key.
 */
final class GroupPaths {
  private final List<GroupKeys> groupings;

  /** One a step; of the first none is needed, for its numbers are those of the keys. */
  private final List<LongIds> steps = new ArrayList<>();

  GroupPaths(List<GroupKeys> groupings) {
    this.groupings = groupings;
    for (int i = 1; i < groupings.size(); i++) {
      steps.add(new LongIds());
    }
  }

  /** The number of the path that goes on with the key of number {@code id}. */
  int step(int grouping, int path, int id) {
    return grouping == 0 ? id : steps.get(grouping - 1).id((long) path << 32 | id);
  }

  /** Above the numbers of all groups; 0 when nothing is grouped. */
  int size() {
    if (groupings.isEmpty()) {
      return 0;
    }
    return steps.isEmpty() ? groupings.getFirst().size() : steps.getLast().size();
  }

  /** Bytes of memory, about. */
  long bytes() {
    long bytes = 0;
    for (GroupKeys keys : groupings) {
      bytes += keys.bytes();
    }
    for (LongIds step : steps) {
      bytes += step.bytes();
    }
    return bytes;
  }

  /** The keys of a group, one a grouping. */
  List<String> keys(int group) {
    List<String> keys = new ArrayList<>(groupings.size());
    int path = group;
    for (int grouping = groupings.size() - 1; grouping > 0; grouping--) {
      long step = steps.get(grouping - 1).key(path);
      keys.add(groupings.get(grouping).key((int) step));
      path = (int) (step >>> 32);
    }
    keys.add(groupings.getFirst().key(path));
    Collections.reverse(keys);
    return keys;
  }

  /**
   * The number of the path that has the number {@code group} in {@code other}, of the same kind.
   */
  int path(GroupPaths other, int group) {
    return path(other, groupings.size() - 1, group);
  }

  private int path(GroupPaths other, int grouping, int path) {
    int before = 0;
    int key = path;
    if (grouping > 0) {
      long step = other.steps.get(grouping - 1).key(path);
      before = path(other, grouping - 1, (int) (step >>> 32));
      key = (int) step;
    }
    return step(grouping, before, groupings.get(grouping).id(other.groupings.get(grouping), key));
  }

  /** Forgets the other groups; those kept are numbered anew, in the same order. */
  void retain(FixedBitSet kept) {
    FixedBitSet paths = kept;
    for (int grouping = groupings.size() - 1; grouping > 0; grouping--) {
      paths = retain(grouping, paths);
    }
    groupings.getFirst().retain(paths);
  }

  /** Forgets the other paths of a step; those of the step before that are still needed. */
  private FixedBitSet retain(int grouping, FixedBitSet kept) {
    LongIds known = steps.get(grouping - 1);
    FixedBitSet before = new FixedBitSet(sizeOf(grouping - 1));
    FixedBitSet keys = new FixedBitSet(groupings.get(grouping).size());
    for (int path = 0; path < known.size(); path++) {
      if (kept.get(path)) {
        before.set((int) (known.key(path) >>> 32));
        keys.set((int) known.key(path));
      }
    }
    int[] pathNow = numbers(before);
    int[] keyNow = numbers(keys);
    LongIds fewer = new LongIds();
    for (int path = 0; path < known.size(); path++) {
      if (kept.get(path)) {
        long key = known.key(path);
        fewer.id((long) pathNow[(int) (key >>> 32)] << 32 | keyNow[(int) key]);
      }
    }
    steps.set(grouping - 1, fewer);
    groupings.get(grouping).retain(keys);
    return before;
  }

  private int sizeOf(int grouping) {
    return grouping == 0 ? groupings.getFirst().size() : steps.get(grouping - 1).size();
  }

  /** The numbers of those kept, as they will be; of the others nothing is said. */
  private static int[] numbers(FixedBitSet kept) {
    int[] numbers = new int[kept.length()];
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = kept.get(i) ? count++ : 0;
    }
    return numbers;
  }
}
