// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.segment.SegmentOrder;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.row.TimeWord;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A word in the written time of events, which no list holds. */
final class TimeClause implements Clause {
  private final SegmentShapes shapes;
  private final SegmentOrder order;
  private final @Nullable TimeWord[] words;
  private final FixedBitSet open;

  /**
   * A clause.
   *
   * @param words the test for each way in which times are written; null where it cannot pass
   * @param open the shapes whose events it decides
   */
  TimeClause(
      SegmentShapes shapes, SegmentOrder order, @Nullable TimeWord[] words, FixedBitSet open) {
    this.shapes = shapes;
    this.order = order;
    this.words = words;
    this.open = open;
  }

  @Override
  public Verdict verdict() {
    return new Verdict(new FixedBitSet(open.length()), open);
  }

  @Override
  public FixedBitSet bare() {
    return new FixedBitSet(open.length());
  }

  @Override
  public void turns(FixedBitSet shapes, Lead into) {
    FixedBitSet both = open.clone();
    both.and(shapes);
    into.scan(both);
  }

  @Override
  public Lead lead(FixedBitSet shapes, Rollup rollup) {
    return Clause.plain(this, shapes, rollup);
  }

  @Override
  public boolean matches(int document, int shape) throws IOException {
    return open.get(shape)
        && Objects.requireNonNull(words[shapes.timeOf(shape)]).stands(order.time(document));
  }

  @Override
  public int price() {
    return 8;
  }
}
