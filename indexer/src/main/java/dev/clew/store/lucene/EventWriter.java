// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.LogEvent;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;

/**
 * Takes events and writes them in batches, each in the order of its events, as one segment: a
 * segment that comes in order needs no sorting by Lucene. Not thread-safe.
 */
final class EventWriter implements Closeable {
  private static final int BATCH_EVENTS = 100_000;
  private static final long BATCH_BYTES = 48L << 20;

  /** Searching some more segments costs little, merging them more than writing them did. */
  private static final int SEGMENTS_PER_MERGE = 24;

  private static final int LUCENE_BUFFER_MB = 512;

  /** An attribute with more values than this in a batch gets no column there. */
  private static final int MAX_COLUMN_VALUES = 2_000;

  private final IndexWriter writer;
  private final KnownOrigins known;
  private final EventDocument document = new EventDocument();
  private final List<LogEvent> batch = new ArrayList<>();
  private final CommitBookmarks bookmarks;
  private long batchBytes;

  EventWriter(Directory directory) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setCodec(new ClewCodec());
    config.setIndexSort(
        new Sort(
            new SortField(Columns.TIME, SortField.Type.LONG),
            new SortField(Columns.SOURCE, SortField.Type.STRING),
            new SortField(Columns.OFFSET, SortField.Type.LONG)));
    config.setRAMBufferSizeMB(LUCENE_BUFFER_MB);
    config.setUseCompoundFile(false);
    // merges neighbours only: segments that follow each other in time are joined, not shuffled
    LogByteSizeMergePolicy merges = new LogByteSizeMergePolicy();
    merges.setNoCFSRatio(0);
    merges.setMergeFactor(SEGMENTS_PER_MERGE);
    config.setMergePolicy(merges);
    writer = new IndexWriter(directory, config);
    known = new KnownOrigins(writer);
    bookmarks = new CommitBookmarks(writer);
  }

  /** Takes those of {@code events} that are new, and {@code places} with them. */
  void append(List<LogEvent> events, Map<String, String> places) throws IOException {
    bookmarks.set(places);
    for (LogEvent event : events) {
      if (known.add(event.origin())) {
        batch.add(event);
        batchBytes += event.raw().length();
        if (batch.size() >= BATCH_EVENTS || batchBytes >= BATCH_BYTES) {
          drain();
        }
      }
    }
  }

  /** The bookmarks of the last commit. */
  Map<String, String> bookmarks() {
    return bookmarks.committed();
  }

  /** Makes all that was taken durable. */
  void commit() throws IOException {
    drain();
    bookmarks.stage();
    writer.commit();
    bookmarks.written();
  }

  /** Forgets the events before {@code epochNanos}, for good. */
  void expireBefore(long epochNanos) throws IOException {
    drain();
    if (epochNanos > Long.MIN_VALUE) {
      writer.deleteDocuments(
          NumericDocValuesField.newSlowRangeQuery(Columns.TIME, Long.MIN_VALUE, epochNanos - 1));
    }
    commit();
    known.forget();
  }

  /** Gives up what was not committed. */
  void rollback() throws IOException {
    writer.rollback();
  }

  /** Makes all that was taken durable and lets go of the index, without waiting for merges. */
  @Override
  public void close() throws IOException {
    try (known) {
      commit();
    } finally {
      // what is committed stays; merges that run are given up and start again another time
      writer.rollback();
    }
  }

  private void drain() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    batch.sort(LogEvent.ORDER);
    Set<String> wide = wideAttributes();
    for (LogEvent event : batch) {
      writer.addDocument(document.of(event, wide));
    }
    batch.clear();
    batchBytes = 0;
    writer.flush();
    known.written();
  }

  private Set<String> wideAttributes() {
    Map<String, Set<String>> values = new HashMap<>();
    Set<String> wide = new HashSet<>();
    for (LogEvent event : batch) {
      event
          .attributes()
          .forEach(
              (name, value) -> {
                if (!wide.contains(name)) {
                  Set<String> seen = values.computeIfAbsent(name, key -> new HashSet<>());
                  seen.add(value);
                  if (seen.size() > MAX_COLUMN_VALUES) {
                    wide.add(name);
                    values.remove(name);
                  }
                }
              });
    }
    return wide;
  }
}
