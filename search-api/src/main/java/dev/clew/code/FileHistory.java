// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The commits that touched one file. */
final class FileHistory {
  private final Repository repository;

  FileHistory(Repository repository) {
    this.repository = repository;
  }

  /** Ends a walk after so many commits: a file that never changes would have all of them read. */
  private static final class Budget extends RevFilter {
    private int left;

    Budget(int left) {
      this.left = left;
    }

    @Override
    public boolean include(RevWalk walker, RevCommit commit) {
      if (left-- <= 0) {
        throw StopWalkException.INSTANCE;
      }
      return true;
    }

    @Override
    public RevFilter clone() {
      return this;
    }
  }

  /** Newest first; merges that bring nothing of their own are left out. */
  List<Commit> touching(String path, String at, int most, int walked) throws IOException {
    List<Commit> found = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(new Budget(walked));
      walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
      walk.setRewriteParents(false);
      walk.markStart(walk.parseCommit(ObjectId.fromString(at)));
      for (RevCommit commit = walk.next();
          commit != null && found.size() < most;
          commit = walk.next()) {
        found.add(CommitWalk.of(commit));
      }
    }
    return found;
  }
}
