// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.TimeRange;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** A partition as it was when it was opened; its files stay readable until this is closed. */
final class PartitionView implements Closeable {
  private final DirectoryReader reader;

  /** Takes over one reference to {@code reader}. */
  PartitionView(DirectoryReader reader) {
    this.reader = reader;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** The segments, as the selection of {@code query} and {@code range} sees them. */
  List<Segment> segments(Query query, TimeRange range) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    // people rarely ask the same twice, and a cache costs memory
    searcher.setQueryCache(null);
    Weight weight = null;
    if (!(query instanceof MatchAllDocsQuery)) {
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      segments.add(new Segment(leaf, weight, range));
    }
    return segments;
  }

  @Override
  public void close() throws IOException {
    reader.decRef();
  }
}
