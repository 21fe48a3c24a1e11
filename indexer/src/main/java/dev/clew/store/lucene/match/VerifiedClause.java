// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import org.apache.lucene.util.FixedBitSet;

/**
 * What only a look at the event decides: what makes an answer exact where the index knows only
 * which events may match.
 */
final class VerifiedClause implements Clause {
  private static final int PRICE = 500;

  private final Verdict verdict;
  private final Clause candidates;
  private final Check check;

  /** Whether the event of a document is meant. */
  @FunctionalInterface
  interface Check {
    boolean holds(int document) throws IOException;
  }

  /**
   * A clause.
   *
   * @param verdict what is known of shapes
   * @param candidates what an event of an open shape must match besides
   */
  VerifiedClause(Verdict verdict, Clause candidates, Check check) {
    FixedBitSet open = verdict.maybe().clone();
    open.and(candidates.verdict().possible());
    this.verdict = new Verdict(verdict.yes(), open);
    this.candidates = candidates;
    this.check = check;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    FixedBitSet open = verdict.maybe().clone();
    open.and(shapes);
    candidates.turns(open, into);
    open.and(candidates.bare());
    into.scan(open);
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    FixedBitSet open = verdict.maybe().clone();
    open.and(shapes);
    Lead through = candidates.lead(open, rollup);
    FixedBitSet sure = verdict.yes().clone();
    sure.and(shapes);
    through.scan(sure);
    return Lead.cheaper(Clause.plain(this, shapes, rollup), through);
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    return verdict.yes().get(shape)
        || (verdict.maybe().get(shape)
            && candidates.matches(document, shape)
            && check.holds(document));
  }

  @Override
  public int price() {
    return PRICE + candidates.price();
  }
}
