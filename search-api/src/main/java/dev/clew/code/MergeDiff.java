// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * What a merge changed of its own: lines that none of its parents has, and lines that it took from
 * none of them. This is what git shows with {@code --cc}: resolved conflicts, and edits that were
 * slipped in.
 */
final class MergeDiff {
  private MergeDiff() {}

  /** Passes what differs from every parent; the merge's own tree is the last one walked. */
  static final class DiffersFromAll extends TreeFilter {
    @Override
    public boolean include(TreeWalk walk) {
      int own = walk.getTreeCount() - 1;
      for (int i = 0; i < own; i++) {
        if (walk.getRawMode(i) == walk.getRawMode(own) && walk.idEqual(i, own)) {
          return false;
        }
      }
      return !FileMode.GITLINK.equals(walk.getRawMode(own));
    }

    @Override
    public boolean shouldBeRecursive() {
      return false;
    }

    @Override
    public TreeFilter clone() {
      return this;
    }
  }

  /**
   * The file's hunks against the first parent, without lines that come from another one.
   *
   * @param others the same file against each other parent
   */
  static FileDiff own(FileDiff first, List<FileDiff> others) {
    List<Set<Integer>> added = new ArrayList<>();
    List<Map<String, Integer>> removed = new ArrayList<>();
    for (FileDiff other : others) {
      Set<Integer> lines = new HashSet<>();
      Map<String, Integer> texts = new HashMap<>();
      other.hunks().forEach(hunk -> hunk.added().forEach(line -> lines.add(line.newLine())));
      other
          .hunks()
          .forEach(
              hunk -> hunk.removed().forEach(line -> texts.merge(line.text(), 1, Integer::sum)));
      added.add(lines);
      removed.add(texts);
    }
    List<DiffHunk> own = new ArrayList<>();
    for (DiffHunk hunk : first.hunks()) {
      List<Line> lines =
          hunk.lines().stream()
              .filter(
                  line ->
                      switch (line.op()) {
                        case CONTEXT -> true;
                        case ADDED -> added.stream().allMatch(in -> in.contains(line.newLine()));
                        case REMOVED ->
                            removed.stream().allMatch(in -> in.containsKey(line.text()));
                      })
              .toList();
      if (lines.stream().anyMatch(line -> line.op() != Op.CONTEXT)) {
        own.add(new DiffHunk(hunk.file(), hunk.oldStart(), hunk.newStart(), lines));
      }
    }
    return new FileDiff(first.kind(), first.oldPath(), first.newPath(), own, first.unread());
  }
}
