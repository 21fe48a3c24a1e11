// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import dev.clew.event.LogEvent;
import dev.clew.store.lucene.term.Columns;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;

/**
 * Writes batches of events into one index, each as one segment: a segment that comes in the order
 * of its events needs no sorting by Lucene. Not thread-safe.
 */
public final class EventWriter {
  /** Searching some more segments costs little, merging them more than writing them did. */
  private static final int SEGMENTS_PER_MERGE = 24;

  /** A day that gets no more events is read for years: it is worth some merging. */
  private static final int SEGMENTS_AT_REST = 4;

  private static final int LUCENE_BUFFER_MB = 512;

  private final IndexWriter writer;
  private final KeptCommits commits;
  private final EventDocument document;

  /** Goes on after the newest commit in {@code directory}, which {@code commits} must keep. */
  public EventWriter(Directory directory, KeptCommits commits, Learning learning)
      throws IOException {
    this.commits = commits;
    ShapeNumbers shapes = new ShapeNumbers();
    this.document = new EventDocument(learning, shapes);
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setCodec(new ClewCodec(shapes));
    config.setIndexSort(
        new Sort(
            new SortField(Columns.TIME, SortField.Type.LONG),
            new SortField(Columns.SOURCE, SortField.Type.STRING),
            new SortField(Columns.OFFSET, SortField.Type.LONG)));
    config.setRAMBufferSizeMB(LUCENE_BUFFER_MB);
    config.setUseCompoundFile(false);
    config.setIndexDeletionPolicy(commits);
    // merges neighbours only: segments that follow each other in time are joined, not shuffled
    LogByteSizeMergePolicy merges = new LogByteSizeMergePolicy();
    merges.setNoCFSRatio(0);
    merges.setMergeFactor(SEGMENTS_PER_MERGE);
    config.setMergePolicy(merges);
    writer = new IndexWriter(directory, config);
  }

  /** Writes {@code events}, which are in order and new. */
  public void append(List<LogEvent> events) throws IOException {
    document.startBatch();
    for (LogEvent event : events) {
      writer.addDocument(document.of(event));
    }
    writer.flush();
  }

  /** Forgets the events before {@code epochNanos}. */
  public void deleteBefore(long epochNanos) throws IOException {
    if (epochNanos > Long.MIN_VALUE) {
      writer.deleteDocuments(
          NumericDocValuesField.newSlowRangeQuery(Columns.TIME, Long.MIN_VALUE, epochNanos - 1));
    }
  }

  /** What was written so far, committed or not. */
  public DirectoryReader reader() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** The generation of the commit that holds all that was written, forced to disk. */
  public long commit() throws IOException {
    writer.commit();
    return commits.newest();
  }

  /** Starts to merge down to few segments, in the background. */
  public void mergeDown() throws IOException {
    writer.forceMerge(SEGMENTS_AT_REST, false);
  }

  /** True while segments are merged. */
  public boolean isMerging() {
    return writer.hasPendingMerges() || !writer.getMergingSegments().isEmpty();
  }

  /** True when there is something that the last commit does not have. */
  public boolean isChanged() {
    return writer.hasUncommittedChanges();
  }

  /** Deletes the files of commits that need not be kept any more. */
  public void clean() throws IOException {
    writer.deleteUnusedFiles();
  }

  /** Lets go of the index as of the last commit: running merges are given up. */
  public void rollback() throws IOException {
    writer.rollback();
  }
}
