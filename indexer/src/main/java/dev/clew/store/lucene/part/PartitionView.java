// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.lucene.answer.Segment;
import dev.clew.store.lucene.answer.SegmentCache;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.lucene.segment.StoredEvents;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

/** A partition as it was when it was opened; its files stay readable until this is closed. */
public final class PartitionView implements Closeable {
  private final DirectoryReader reader;
  private final SegmentCache cache;

  /** Takes over one reference to {@code reader}. */
  PartitionView(DirectoryReader reader, SegmentCache cache) {
    this.reader = reader;
    this.cache = cache;
  }

  public DirectoryReader reader() {
    return reader;
  }

  /** The events of a segment. */
  public StoredEvents events(LeafReaderContext leaf) throws IOException {
    return new StoredEvents(leaf.reader(), cache.shapes(leaf.reader()));
  }

  /**
   * The segments, as the selection of {@code query} and {@code range} sees them; each may be for
   * another thread.
   */
  public List<Segment> segments(Query query, TimeRange range, Patience patience)
      throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      segments.add(new Segment(leaf, query, range, cache, patience.another()));
    }
    return segments;
  }

  @Override
  public void close() throws IOException {
    reader.decRef();
  }
}
