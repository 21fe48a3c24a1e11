// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.Grouping;
import java.io.IOException;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/** Numbers the groups of one grouping across all segments. */
public interface GroupKeys {

  /** The way to read the groups of {@code grouping}. */
  static GroupKeys of(Grouping grouping) {
    return switch (grouping) {
      case Grouping.ByTime time -> new TimeKeys(time);
      case Grouping.ByField field -> TextKeys.of(field.name());
    };
  }

  /** Starts on a segment. */
  void open(Segment segment) throws IOException;

  /** Puts the numbers of the groups of a document, at least one, into {@code ids}. */
  void find(int document, Ids ids) throws IOException;

  /** The number of the group of that key. */
  int id(String key);

  /** The number of the group that has the number {@code id} in {@code other}, of the same kind. */
  default int id(GroupKeys other, int id) {
    return id(other.key(id));
  }

  /** The key of the group of that number. */
  String key(int id);

  /** How many groups were found so far. */
  int size();

  /** Bytes of memory that their keys take, about. */
  long bytes();

  /** Forgets the other groups; those kept are numbered anew, in the same order. */
  void retain(FixedBitSet kept);

  /** A few numbers, used again and again. */
  final class Ids {
    private int[] values = new int[4];
    private int count;

    void set(int value) {
      values[0] = value;
      count = 1;
    }

    void clear() {
      count = 0;
    }

    void add(int value) {
      values = ArrayUtil.grow(values, count + 1);
      values[count++] = value;
    }

    int count() {
      return count;
    }

    int get(int index) {
      return values[index];
    }
  }
}
