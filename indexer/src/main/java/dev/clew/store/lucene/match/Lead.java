// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Where to look for documents: those of some lists, and all those of some shapes. */
final class Lead {
  private final Rollup rollup;
  private final List<DocumentList> lists = new ArrayList<>();
  private final FixedBitSet scanned;

  /**
   * Nowhere.
   *
   * @param rollup how many documents each shape has
   */
  Lead(Rollup rollup) {
    this.rollup = rollup;
    this.scanned = new FixedBitSet(rollup.kinds());
  }

  /** Looks at the documents of {@code list} too. */
  void list(DocumentList list) {
    if (!lists.contains(list)) {
      lists.add(list);
    }
  }

  /** Looks at all documents of {@code shapes} too. */
  void scan(FixedBitSet shapes) {
    scanned.or(shapes);
  }

  /** Looks where {@code other} does too. */
  void add(Lead other) {
    other.lists.forEach(this::list);
    scanned.or(other.scanned);
  }

  List<DocumentList> lists() {
    return lists;
  }

  /** The shapes of which all documents are looked at. */
  FixedBitSet scanned() {
    return scanned;
  }

  /** How many documents are looked at, at most. */
  long cost() {
    long cost = 0;
    for (DocumentList list : lists) {
      cost += list.cost();
    }
    for (int shape = 0; shape < rollup.kinds(); shape++) {
      cost += scanned.get(shape) ? rollup.total(shape) : 0;
    }
    return cost;
  }

  /** The one that looks at fewer documents. */
  static Lead cheaper(Lead one, Lead other) {
    return other.cost() < one.cost() ? other : one;
  }
}
