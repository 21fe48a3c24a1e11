// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/** Keeps the commit that the manifest names, until it names a later one, and the newest. */
public final class KeptCommits extends IndexDeletionPolicy {
  /** No commit. */
  public static final long NONE = -1;

  private volatile long named;
  private volatile long newest = NONE;

  /** Starts with the commit of generation {@code named}, or {@link #NONE}. */
  public KeptCommits(long named) {
    this.named = named;
  }

  /** The manifest on disk names {@code generation} now. */
  public void name(long generation) {
    named = generation;
  }

  long newest() {
    return newest;
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) throws IOException {
    onCommit(commits);
  }

  @Override
  public void onCommit(List<? extends IndexCommit> commits) throws IOException {
    if (commits.isEmpty()) {
      return;
    }
    newest = commits.get(commits.size() - 1).getGeneration();
    for (IndexCommit commit : commits) {
      if (commit.getGeneration() != named && commit.getGeneration() != newest) {
        commit.delete();
      }
    }
  }
}
