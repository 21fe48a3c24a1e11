// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Where any of some clauses matches; at least one. */
final class AnyOfClause implements Clause {
  private final List<Clause> parts;
  private final Verdict verdict;

  AnyOfClause(List<Clause> parts) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(Clause::price)).toList();
    Verdict any = parts.get(0).verdict();
    for (Clause part : parts.subList(1, parts.size())) {
      any = any.or(part.verdict());
    }
    this.verdict = any;
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public FixedBitSet bare() {
    FixedBitSet any = parts.get(0).bare().clone();
    parts.forEach(part -> any.or(part.bare()));
    return any;
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    FixedBitSet open = verdict.maybe().clone();
    open.and(shapes);
    parts.forEach(part -> part.turns(open, into));
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    Lead each = new Lead(rollup);
    parts.forEach(part -> each.add(part.lead(shapes, rollup)));
    return Lead.cheaper(Clause.plain(this, shapes, rollup), each);
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    for (Clause part : parts) {
      if (part.matches(document, shape)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int price() {
    return parts.stream().mapToInt(Clause::price).sum();
  }
}
