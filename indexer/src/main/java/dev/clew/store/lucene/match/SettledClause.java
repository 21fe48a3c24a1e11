// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import org.apache.lucene.util.FixedBitSet;

/** What shapes decide. */
record SettledClause(FixedBitSet yes) implements Clause {

  @Override
  public Verdict verdict() {
    return new Verdict(yes, new FixedBitSet(yes.length()));
  }

  @Override
  public FixedBitSet bare() {
    return yes;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {}

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    return Clause.plain(this, shapes, rollup);
  }

  @Override
  public boolean matches(int document, int shape) {
    return yes.get(shape);
  }

  @Override
  public int price() {
    return 0;
  }
}
