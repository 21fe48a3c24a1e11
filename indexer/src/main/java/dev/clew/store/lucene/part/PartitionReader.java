// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import dev.clew.store.lucene.answer.SegmentCache;
import dev.clew.store.lucene.write.KeptCommits;
import dev.clew.store.lucene.write.NamedCommit;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Reads a partition as the manifest has it. Opened when first needed. Thread-safe. */
final class PartitionReader implements Closeable {
  private final PartitionFolder folder;
  private final SegmentCache cache;
  private @Nullable DirectoryReader reader;
  private long generation = KeptCommits.NONE;

  PartitionReader(PartitionFolder folder, SegmentCache cache) {
    this.folder = folder;
    this.cache = cache;
  }

  /** The partition as of the commit {@code wanted}, or a later one. */
  synchronized PartitionView view(long wanted) throws IOException {
    DirectoryReader open = reader;
    if (open == null || generation < wanted) {
      NamedCommit commit = folder.commit(wanted);
      folder.check(commit);
      DirectoryReader newer =
          open == null ? DirectoryReader.open(commit) : DirectoryReader.openIfChanged(open, commit);
      if (newer != null) {
        IOUtils.close(open);
        open = newer;
      }
      reader = open;
      generation = wanted;
    }
    open.incRef();
    return new PartitionView(open, cache);
  }

  /** Lets go of the files as soon as the last view is closed. */
  @Override
  public synchronized void close() throws IOException {
    DirectoryReader open = reader;
    reader = null;
    IOUtils.close(open);
  }
}
