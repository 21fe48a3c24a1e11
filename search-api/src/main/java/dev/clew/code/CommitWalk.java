// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.AndRevFilter;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Walks history, children before parents. */
final class CommitWalk {
  /** Most branches and tags whose history is looked at. */
  private static final int MAX_TIPS = 2_000;

  private final Repository repository;

  CommitWalk(Repository repository) {
    this.repository = repository;
  }

  List<Commit> commits(CommitRange range) throws IOException {
    List<Commit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.COMMIT_TIME_DESC, true);
      walk.setRevFilter(filter(range));
      walk.markStart(walk.parseCommit(ObjectId.fromString(range.to())));
      if (range.after() != null) {
        walk.markUninteresting(walk.parseCommit(ObjectId.fromString(range.after())));
      }
      for (RevCommit commit = walk.next();
          commit != null && commits.size() < range.limit();
          commit = walk.next()) {
        commits.add(of(commit));
      }
    }
    return commits;
  }

  List<String> whole(List<String> also, int limit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.setRetainBody(false);
      for (ObjectId tip : tips(also)) {
        start(walk, tip);
      }
      Set<ObjectId> ends = repository.getObjectDatabase().getShallowCommits();
      List<String> found = new ArrayList<>();
      for (RevCommit commit = walk.next();
          commit != null && found.size() < limit;
          commit = walk.next()) {
        if (!ends.contains(commit)) {
          found.add(commit.name());
        }
      }
      return found;
    }
  }

  /** A tag may name a file, and a ref nothing that is there; neither has a history. */
  private static void start(RevWalk walk, ObjectId tip) throws IOException {
    try {
      if (walk.peel(walk.parseAny(tip)) instanceof RevCommit commit) {
        walk.markStart(commit);
      }
    } catch (MissingObjectException e) {
      return;
    }
  }

  Set<ObjectId> tips(List<String> also) throws IOException {
    Set<ObjectId> tips = new LinkedHashSet<>();
    also.forEach(id -> tips.add(ObjectId.fromString(id)));
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head != null) {
      tips.add(head);
    }
    for (String kind : List.of(Constants.R_HEADS, Constants.R_TAGS, Constants.R_REMOTES)) {
      repository.getRefDatabase().getRefsByPrefix(kind).stream()
          .map(Ref::getObjectId)
          .filter(id -> id != null)
          .takeWhile(id -> tips.size() < MAX_TIPS)
          .forEach(tips::add);
    }
    return tips;
  }

  boolean reaches(String descendant, String ancestor) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(ancestor)),
          walk.parseCommit(ObjectId.fromString(descendant)));
    }
  }

  static Commit of(RevCommit commit) {
    return new Commit(
        commit.name(),
        commit.getAuthorIdent() == null ? "" : commit.getAuthorIdent().getName(),
        Instant.ofEpochSecond(commit.getCommitTime()),
        commit.getShortMessage(),
        commit.getFullMessage(),
        Arrays.stream(commit.getParents()).map(ObjectId::name).toList());
  }

  private static RevFilter filter(CommitRange range) {
    List<RevFilter> filters = new ArrayList<>(List.of(RevFilter.ALL));
    if (range.since() != null) {
      filters.add(CommitTimeRevFilter.after(range.since()));
    }
    if (range.until() != null) {
      filters.add(CommitTimeRevFilter.before(range.until()));
    }
    return filters.size() == 1 ? filters.get(0) : AndRevFilter.create(filters);
  }
}
