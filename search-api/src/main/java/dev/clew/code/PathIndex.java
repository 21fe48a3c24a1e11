// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** All files at a commit, by path and by name. */
public final class PathIndex {
  private final List<String> paths;
  private final Map<String, List<String>> byName = new HashMap<>();

  /** An index of {@code paths}, which use '/' between folders. */
  public PathIndex(List<String> paths) {
    this.paths = List.copyOf(paths);
    for (String path : paths) {
      byName.computeIfAbsent(name(path), name -> new ArrayList<>()).add(path);
    }
  }

  static PathIndex read(Repository repository, String commit) throws IOException {
    List<String> paths = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(commit)).getTree());
      tree.setRecursive(true);
      tree.setFilter(DepthLimit.INSTANCE);
      while (tree.next()) {
        if (!FileMode.GITLINK.equals(tree.getFileMode(0))) {
          paths.add(tree.getPathString());
        }
      }
    }
    return new PathIndex(paths);
  }

  /** Every file, in the tree's order. */
  public List<String> paths() {
    return paths;
  }

  /** The files called {@code name}, whatever their folder. */
  public List<String> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** True when the file exists. */
  public boolean contains(String path) {
    return named(name(path)).contains(path);
  }

  /** The last segment of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
