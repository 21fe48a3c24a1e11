// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.segment.Patience;
import java.io.IOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a segment that match a query. Of shapes that decide all documents do or none
 * does; of the others those are looked at that a lead names. One thread.
 */
public final class SegmentMatch {
  private static final int WINDOW = 1 << 16;

  private final LeafReader reader;
  private final Rollup rollup;
  private final Clause clause;
  private final Patience patience;
  private final FixedBitSet window = new FixedBitSet(WINDOW);
  private final int[] batch = new int[1024];
  private @Nullable Lead lead;
  private DocIdSetIterator[] lists = new DocIdSetIterator[0];

  /** The document before which each list was looked at. */
  private int[] listedTo = new int[0];

  private SortedDocValues shapes;
  private int last = -1;

  public SegmentMatch(LeafReader reader, Rollup rollup, Clause clause, Patience patience)
      throws IOException {
    this.reader = reader;
    this.rollup = rollup;
    this.clause = clause;
    this.patience = patience;
    this.shapes = ShapeColumns.of(reader);
  }

  /** What the query says of the shapes. */
  public Verdict verdict() {
    return clause.verdict();
  }

  /** Hands on the documents from {@code from} up to, not including, {@code to}. */
  public void scan(int from, int to, DocumentSink sink) throws IOException {
    scan(verdict().yes(), from, to, sink);
  }

  /** The same, of shapes that do not decide, with all documents of those in {@code also}. */
  public void scanBesides(FixedBitSet also, int from, int to, DocumentSink sink)
      throws IOException {
    if (!verdict().isDecided() || !also.scanIsEmpty()) {
      scan(also, from, to, sink);
    }
  }

  /** Hands on the documents of the shapes in {@code wanted}. */
  public void scanShapes(FixedBitSet wanted, int from, int to, DocumentSink sink)
      throws IOException {
    for (int start = from; start < to; start += WINDOW) {
      patience.checkNow();
      int end = Math.min(start + WINDOW, to);
      window.clear();
      rollup.find(wanted, start, end, this::shapeOf, window);
      hand(start, end, sink);
    }
  }

  private void scan(FixedBitSet yes, int from, int to, DocumentSink sink) throws IOException {
    Lead where = lead();
    FixedBitSet scanned = where.scanned().clone();
    scanned.or(yes);
    boolean scanning = !scanned.scanIsEmpty();
    for (int start = from; start < to; start += WINDOW) {
      patience.checkNow();
      int end = Math.min(start + WINDOW, to);
      window.clear();
      for (int i = 0; i < lists.length; i++) {
        list(where, i, start, end);
      }
      if (scanning) {
        rollup.find(scanned, start, end, this::shapeOf, window);
      }
      keepMatching(yes, start, end);
      hand(start, end, sink);
    }
  }

  private Lead lead() {
    Lead known = lead;
    if (known == null) {
      known = verdict().isDecided() ? new Lead(rollup) : clause.lead(verdict().maybe(), rollup);
      lists = new DocIdSetIterator[known.lists().size()];
      listedTo = new int[lists.length];
      lead = known;
    }
    return known;
  }

  private void list(Lead where, int index, int from, int to) throws IOException {
    DocIdSetIterator open = lists[index];
    if (open == null || from < listedTo[index]) {
      open = where.lists().get(index).iterator();
      lists[index] = open;
    }
    int document = open.docID() < from ? open.advance(from) : open.docID();
    while (document < to) {
      window.set(document - from);
      document = open.nextDoc();
    }
    listedTo[index] = to;
  }

  /** Takes from the window what does not match. */
  private void keepMatching(FixedBitSet yes, int from, int to) throws IOException {
    FixedBitSet maybe = verdict().maybe();
    int at = next(0, to - from);
    while (at < to - from) {
      int shape = shapeOf(from + at);
      if (!yes.get(shape) && !(maybe.get(shape) && clause.matches(from + at, shape))) {
        window.clear(at);
      }
      at = next(at + 1, to - from);
    }
  }

  private int next(int at, int end) {
    return at >= end ? end : Math.min(end, window.nextSetBit(at));
  }

  private void hand(int from, int to, DocumentSink sink) throws IOException {
    int count = 0;
    for (int at = next(0, to - from); at < to - from; at = next(at + 1, to - from)) {
      batch[count++] = from + at;
      if (count == batch.length) {
        sink.accept(batch, count);
        count = 0;
      }
    }
    if (count > 0) {
      sink.accept(batch, count);
    }
  }

  private int shapeOf(int document) throws IOException {
    if (document < last) {
      // columns are read forwards only
      shapes = ShapeColumns.of(reader);
    }
    last = document;
    if (!shapes.advanceExact(document)) {
      throw new CorruptIndexException("document " + document + " has no shape", "columns");
    }
    return shapes.ordValue();
  }
}
