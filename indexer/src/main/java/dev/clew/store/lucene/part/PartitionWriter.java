// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.event.LogEvent;
import dev.clew.store.lucene.segment.OriginLookup;
import dev.clew.store.lucene.segment.SegmentOrder;
import dev.clew.store.lucene.write.EventWriter;
import dev.clew.store.lucene.write.KeptCommits;
import dev.clew.store.lucene.write.NamedCommit;
import dev.clew.store.manifest.PartitionEntry;
import dev.clew.store.manifest.Tally;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * What was written to a partition since the manifest last named it. The index may be let go of and
 * taken up again in between, so that few are open at a time. Not thread-safe.
 */
final class PartitionWriter {
  /** So many commits without a new event make a partition one of a day that is over. */
  private static final int COMMITS_TO_REST = 60;

  private final String name;
  private final long day;
  private final PartitionFolder folder;
  private final StoreSettings settings;
  private final Tally tally;
  private final long named;
  private final KeptCommits commits;
  private long committed;
  private @Nullable PartitionEntry entry;
  private @Nullable EventWriter writer;
  private @Nullable DirectoryReader lookup;
  private int idleCommits;
  private boolean written;
  private boolean deleted;

  /** Starts a partition. */
  PartitionWriter(String name, long day, PartitionFolder folder, StoreSettings settings) {
    this(name, day, folder, settings, new Tally(), KeptCommits.NONE);
  }

  /** Goes on where the manifest says that a partition is. */
  PartitionWriter(PartitionEntry entry, PartitionFolder folder, StoreSettings settings) {
    this(entry.name(), entry.day(), folder, settings, new Tally(entry), entry.generation());
    this.entry = entry;
  }

  private PartitionWriter(
      String name,
      long day,
      PartitionFolder folder,
      StoreSettings settings,
      Tally tally,
      long generation) {
    this.name = name;
    this.day = day;
    this.folder = folder;
    this.settings = settings;
    this.tally = tally;
    this.named = generation;
    this.committed = generation;
    this.commits = new KeptCommits(generation);
  }

  Tally tally() {
    return tally;
  }

  /** What was counted, to be counted on. */
  Tally counted() {
    written = true;
    return tally;
  }

  /** True when it holds the index open. */
  boolean isOpen() {
    return writer != null;
  }

  /** Opens the index, after a look at what is there. */
  void open() throws IOException {
    if (writer == null) {
      if (committed != KeptCommits.NONE) {
        folder.check(folder.commit(committed));
      }
      writer = new EventWriter(folder.directory(), commits, settings.learning());
    }
  }

  /** Opens the index for the first time: what is there beyond the manifest is forgotten. */
  void start() throws IOException {
    folder.backTo(named);
    open();
  }

  /** Writes {@code events}, which are in order and new. */
  void append(List<LogEvent> events) throws IOException {
    opened().append(events);
    events.forEach(tally::add);
    changed();
  }

  /** Forgets the events before {@code epochNanos}. */
  void deleteBefore(long epochNanos) throws IOException {
    opened().deleteBefore(epochNanos);
    deleted = true;
    changed();
  }

  /** Finds what was written, committed or not. */
  OriginLookup lookup() throws IOException {
    DirectoryReader open = lookup;
    if (open == null) {
      EventWriter writing = writer;
      open = writing != null ? writing.reader() : DirectoryReader.open(folder.commit(committed));
      lookup = open;
    }
    return new OriginLookup(open);
  }

  /** Forces to disk what was written; what the next manifest has to say of it. */
  PartitionEntry commit() throws IOException {
    PartitionEntry last = entry;
    if (!written && last != null) {
      return last;
    }
    committed = opened().commit();
    NamedCommit commit = folder.commit(committed);
    folder.trust(commit.getFileNames());
    long events = commit.events();
    if (deleted && events > 0) {
      narrow(commit);
    }
    PartitionEntry next = tally.entry(name, day, committed, events, commit.bytes());
    entry = next;
    written = false;
    deleted = false;
    return next;
  }

  /**
   * Told of each commit that has nothing of this partition: after some of them it is merged down,
   * then let go of.
   *
   * @return true when the next commit has what was merged
   */
  boolean idle() throws IOException {
    EventWriter open = writer;
    if (open == null) {
      return false;
    }
    idleCommits++;
    if (idleCommits == COMMITS_TO_REST) {
      open.mergeDown();
    } else if (idleCommits > COMMITS_TO_REST && !open.isMerging()) {
      written = open.isChanged();
      if (!written) {
        release();
      }
    }
    return written;
  }

  /** Commits, and lets go of the index without waiting for merges; {@link #open} takes it up. */
  void pause() throws IOException {
    if (writer != null) {
      commit();
      // running merges are given up and start again another time
      release();
    }
  }

  /** The manifest on disk names {@code generation} now: commits before it may go. */
  void named(long generation) {
    commits.name(generation);
  }

  /** Deletes the files of commits that need not be kept any more. */
  void clean() throws IOException {
    if (writer != null) {
      writer.clean();
    }
  }

  /** Gives up what was not committed, and lets go of the index. */
  void release() throws IOException {
    EventWriter open = writer;
    writer = null;
    try {
      forgetLookup();
    } finally {
      if (open != null) {
        open.rollback();
      }
    }
  }

  private EventWriter opened() throws IOException {
    open();
    return java.util.Objects.requireNonNull(writer);
  }

  private void changed() throws IOException {
    written = true;
    idleCommits = 0;
    forgetLookup();
  }

  private void forgetLookup() throws IOException {
    DirectoryReader open = lookup;
    lookup = null;
    IOUtils.close(open);
  }

  /** Deleted events may have been the first or the last. */
  private void narrow(NamedCommit commit) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(commit)) {
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (LeafReaderContext leaf : reader.leaves()) {
        // what was deleted is older than all that was not
        int least = leaf.reader().numDeletedDocs();
        int most = leaf.reader().maxDoc() - 1;
        if (least <= most) {
          SegmentOrder order = new SegmentOrder(leaf.reader());
          first = Math.min(first, order.time(least));
          last = Math.max(last, order.time(most));
        }
      }
      if (first <= last) {
        tally.between(first, last);
      }
    }
  }
}
