// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;

/** Where a clause does not match. */
final class NotClause implements Clause {
  private final Clause part;
  private final FixedBitSet all;
  private final Verdict verdict;

  /**
   * A clause.
   *
   * @param all all shapes
   */
  NotClause(Clause part, FixedBitSet all) {
    this.part = part;
    this.all = all;
    this.verdict = part.verdict().not(all);
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public FixedBitSet bare() {
    FixedBitSet rest = all.clone();
    rest.andNot(part.bare());
    return rest;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    part.turns(shapes, into);
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    return Clause.plain(this, shapes, rollup);
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    return !part.matches(document, shape);
  }

  @Override
  public int price() {
    return part.price();
  }
}
