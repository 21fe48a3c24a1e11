// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;

/**
 * A part of a query, asked of one segment: first of its shapes, then of those documents whose shape
 * does not tell. Documents are asked for in ascending order, or it starts over. One thread.
 */
public interface Clause {

  /** What it says of the shapes. */
  Verdict verdict();

  /**
   * The shapes whose events match where none of the documents and shapes that {@link #turns} names
   * is concerned: those that decide, unless a clause knows of more.
   */
  default FixedBitSet bare() {
    return verdict().yes();
  }

  /** Adds the documents, and the shapes, on which the answer differs from {@link #bare}. */
  void turns(FixedBitSet shapes, Lead into);

  /** Where documents of {@code shapes} that match can be: a way that looks at few. */
  Lead lead(FixedBitSet shapes, Rollup rollup);

  /** True when the document, of that shape, matches. */
  boolean matches(int document, int shape) throws IOException;

  /** What it costs to ask for one document, in reads of a column. */
  int price();

  /** The way that works for every clause. */
  static Lead plain(Clause clause, FixedBitSet shapes, Rollup rollup) {
    Lead lead = new Lead(rollup);
    clause.turns(shapes, lead);
    FixedBitSet bare = clause.bare().clone();
    bare.and(shapes);
    lead.scan(bare);
    return lead;
  }
}
