// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.store.Cursor;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.Utf16;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Where in a segment, whose documents are in the order of the events, a time or an event lies. */
public final class SegmentOrder {
  private final LeafReader reader;
  private NumericDocValues times;

  public SegmentOrder(LeafReader reader) throws IOException {
    this.reader = reader;
    this.times = DocValues.getNumeric(reader, Columns.TIME);
  }

  /** The time of a document. */
  public long time(int document) throws IOException {
    if (times.docID() > document) {
      // columns are read forwards only
      times = DocValues.getNumeric(reader, Columns.TIME);
    }
    if (!times.advanceExact(document)) {
      throw new org.apache.lucene.index.CorruptIndexException(
          "document " + document + " has no time", "columns");
    }
    return times.longValue();
  }

  /** The first document from {@code from} on, near ones first, not before {@code epochNanos}. */
  public int firstNotBefore(long epochNanos, int from) throws IOException {
    int low = from;
    int high = reader.maxDoc();
    for (int step = 64; low + step < reader.maxDoc() && step > 0; step *= 4) {
      if (time(low + step) >= epochNanos) {
        high = low + step;
        break;
      }
      low += step;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) < epochNanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first document after {@code epochNanos}. */
  int firstAfter(long epochNanos) throws IOException {
    return epochNanos == Long.MAX_VALUE ? reader.maxDoc() : firstNotBefore(epochNanos + 1, 0);
  }

  /** The place of a document in the order of all events. */
  public Cursor place(int document) throws IOException {
    SortedDocValues sources = DocValues.getSorted(reader, Columns.SOURCE);
    NumericDocValues offsets = DocValues.getNumeric(reader, Columns.OFFSET);
    if (!sources.advanceExact(document) || !offsets.advanceExact(document)) {
      throw new org.apache.lucene.index.CorruptIndexException(
          "document " + document + " has no origin", "columns");
    }
    BytesRef source = sources.lookupOrd(sources.ordValue());
    return new Cursor(
        time(document),
        Utf16.text(source.bytes, source.offset, source.length),
        offsets.longValue());
  }

  /** How many documents lie at or before {@code place}. */
  public int countUpTo(Cursor place) throws IOException {
    int low = firstNotBefore(place.epochNanos(), 0);
    int high = firstAfter(place.epochNanos());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(middle).compareTo(place) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many documents lie before {@code place}. */
  public int countBefore(Cursor place) throws IOException {
    int count = countUpTo(place);
    return count > 0 && place(count - 1).equals(place) ? count - 1 : count;
  }
}
