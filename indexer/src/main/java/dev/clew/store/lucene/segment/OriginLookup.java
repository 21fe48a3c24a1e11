// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.event.EventId;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Finds events by where they were read: by the block of the source, then by offset. */
public final class OriginLookup {
  private static final int OFFSET_RADIX = 36;

  private final IndexReader reader;

  public OriginLookup(IndexReader reader) {
    this.reader = reader;
  }

  /** A document and the segment that holds it. */
  public record Found(LeafReaderContext leaf, int document) {}

  /** Where an event was read. */
  public record Place(String source, long offset) {}

  /** Where the event of that id was read; empty when no event has such an id. */
  public static Optional<Place> place(EventId id) {
    int dash = id.value().lastIndexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    long offset;
    try {
      offset = Long.parseLong(id.value(), dash + 1, id.value().length(), OFFSET_RADIX);
    } catch (NumberFormatException e) {
      // no event has such an id
      return Optional.empty();
    }
    boolean canonical =
        Long.toString(offset, OFFSET_RADIX).contentEquals(id.value().substring(dash + 1));
    return canonical
        ? Optional.of(new Place(id.value().substring(0, dash), offset))
        : Optional.empty();
  }

  /** The document of the event that starts at {@code offset} of {@code source}. */
  public Optional<Found> find(String source, long offset) throws IOException {
    Term block = ValueTerm.block(source, offset);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum documents = leaf.reader().postings(block, PostingsEnum.NONE);
      if (documents != null) {
        int found = find(leaf, documents, offset);
        if (found >= 0) {
          return Optional.of(new Found(leaf, found));
        }
      }
    }
    return Optional.empty();
  }

  private static int find(LeafReaderContext leaf, PostingsEnum documents, long offset)
      throws IOException {
    NumericDocValues offsets = DocValues.getNumeric(leaf.reader(), Columns.OFFSET);
    Bits live = leaf.reader().getLiveDocs();
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      boolean here = offsets.advanceExact(document) && offsets.longValue() == offset;
      if (here && (live == null || live.get(document))) {
        return document;
      }
      document = documents.nextDoc();
    }
    return -1;
  }
}
