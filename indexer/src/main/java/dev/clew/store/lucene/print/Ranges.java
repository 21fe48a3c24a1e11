// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * Ranges of documents of one segment, ascending, with a gap between each two. Immutable to its
 * users.
 */
public final class Ranges {
  private int[] bounds = new int[8];
  private int size;

  Ranges() {}

  /** How many ranges there are. */
  public int size() {
    return size;
  }

  /** Whether no document is in them. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The first document of a range, from 0 to {@code size() - 1}. */
  public int start(int range) {
    return bounds[2 * range];
  }

  /** The document after the last of a range. */
  public int end(int range) {
    return bounds[2 * range + 1];
  }

  /** How many documents are in them. */
  public long documents() {
    long sum = 0;
    for (int range = 0; range < size; range++) {
      sum += end(range) - start(range);
    }
    return sum;
  }

  /** Whether a document is in them. */
  public boolean contains(int document) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) <= document) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < size && start(low) <= document;
  }

  /** The documents that are in any of the two. */
  public Ranges unite(Ranges other) {
    Ranges either = new Ranges();
    int mine = 0;
    int its = 0;
    while (mine < size || its < other.size) {
      if (its == other.size || (mine < size && start(mine) <= other.start(its))) {
        either.add(start(mine), end(mine));
        mine++;
      } else {
        either.add(other.start(its), other.end(its));
        its++;
      }
    }
    return either;
  }

  /** The documents, to be joined with others of Lucene's. */
  public DocIdSetIterator iterator() {
    return new Documents();
  }

  /** Adds a range that starts at or after the start of the last one. */
  void add(int start, int end) {
    if (size > 0 && start <= end(size - 1)) {
      bounds[2 * size - 1] = Math.max(end, end(size - 1));
      return;
    }
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * ArrayUtil.oversize(size + 1, Long.BYTES));
    }
    bounds[2 * size] = start;
    bounds[2 * size + 1] = end;
    size++;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int range = 0; range < size; range++) {
      text.append(range == 0 ? "" : ", ").append(start(range)).append("..").append(end(range) - 1);
    }
    return text.append(']').toString();
  }

  private final class Documents extends DocIdSetIterator {
    private int document = -1;
    private int range;

    @Override
    public int docID() {
      return document;
    }

    @Override
    public int nextDoc() {
      return advance(document + 1);
    }

    @Override
    public int advance(int target) {
      while (range < size && end(range) <= target) {
        range++;
      }
      document = range == size ? NO_MORE_DOCS : Math.max(target, start(range));
      return document;
    }

    @Override
    public int docIDRunEnd() {
      return document == NO_MORE_DOCS ? NO_MORE_DOCS : end(range);
    }

    @Override
    public long cost() {
      return documents();
    }
  }
}
