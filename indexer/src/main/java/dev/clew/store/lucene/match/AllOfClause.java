// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Where all of some clauses match; at least one. */
final class AllOfClause implements Clause {
  private final List<Clause> parts;
  private final Verdict verdict;

  AllOfClause(List<Clause> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(Clause::price)).toList();
    Verdict all = parts.get(0).verdict();
    for (Clause part : parts.subList(1, parts.size())) {
      all = all.and(part.verdict());
    }
    this.verdict = all;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public FixedBitSet bare() {
    FixedBitSet all = parts.get(0).bare().clone();
    parts.forEach(part -> all.and(part.bare()));
    return all;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    FixedBitSet possible = verdict.possible();
    possible.and(shapes);
    parts.forEach(part -> part.turns(possible, into));
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    FixedBitSet possible = verdict.possible();
    possible.and(shapes);
    Lead best = Clause.plain(this, possible, rollup);
    for (Clause part : parts) {
      best = Lead.cheaper(best, part.lead(possible, rollup));
    }
    return best;
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    for (Clause part : parts) {
      if (!part.matches(document, shape)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int price() {
    return parts.stream().mapToInt(Clause::price).sum();
  }
}
