// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a commit changed against its first parent, and of a merge what it changed against all
 * of them.
 */
final class DiffReader {
  /**
   * A file above this is named but not compared: it is generated or data, not something to read.
   */
  static final int MAX_FILE_BYTES = 2 << 20;

  /** Most files of one commit whose contents are compared. */
  static final int MAX_FILES = 500;

  /** A merge of more branches than this is not compared with each of them. */
  private static final int MAX_PARENTS = 16;

  private static final int MAX_RENAME_CANDIDATES = 200;
  private static final DiffAlgorithm ALGORITHM = new HistogramDiff();

  private final Repository repository;

  DiffReader(Repository repository) {
    this.repository = repository;
  }

  /** Paths that the commit touches, before and after, without looking at contents. */
  List<String> paths(String commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return entries(reader, commit).stream()
          .map(
              entry ->
                  entry.getChangeType() == ChangeType.DELETE
                      ? entry.getOldPath()
                      : entry.getNewPath())
          .toList();
    }
  }

  List<FileDiff> read(String commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      List<DiffEntry> entries = entries(reader, commit);
      if (isMerge(reader, commit)) {
        return ofMerge(reader, commit, entries);
      }
      List<FileDiff> files = new ArrayList<>();
      for (DiffEntry entry : detectRenames(reader, entries)) {
        files.add(
            files.size() < MAX_FILES
                ? file(reader, entry)
                : unread(entry, "more than " + MAX_FILES + " files in one commit"));
      }
      return files;
    }
  }

  private static boolean isMerge(ObjectReader reader, String id) throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      return walk.parseCommit(ObjectId.fromString(id)).getParentCount() > 1;
    }
  }

  private List<FileDiff> ofMerge(ObjectReader reader, String id, List<DiffEntry> entries)
      throws IOException {
    List<FileDiff> files = new ArrayList<>();
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit merge = walk.parseCommit(ObjectId.fromString(id));
      for (DiffEntry entry : entries) {
        if (files.size() >= MAX_FILES) {
          files.add(unread(entry, "more than " + MAX_FILES + " files in one commit"));
          continue;
        }
        List<FileDiff> others = new ArrayList<>();
        for (int i = 1; i < merge.getParentCount(); i++) {
          RevCommit parent = walk.parseCommit(merge.getParent(i));
          for (DiffEntry other : scan(reader, parent, merge, PathFilter.create(newPath(entry)))) {
            others.add(file(reader, other));
          }
        }
        FileDiff own = MergeDiff.own(file(reader, entry), others);
        if (!own.hunks().isEmpty() || own.unread() != null) {
          files.add(own);
        }
      }
    }
    return files;
  }

  private List<DiffEntry> entries(ObjectReader reader, String id) throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
      RevCommit parent =
          commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
      if (commit.getParentCount() > MAX_PARENTS) {
        return List.of();
      }
      if (commit.getParentCount() <= 1) {
        return scan(reader, parent, commit, TreeFilter.ALL);
      }
      List<String> own = ownPaths(reader, walk, commit);
      return own.isEmpty()
          ? List.of()
          : scan(reader, parent, commit, PathFilterGroup.createFromStrings(own));
    }
  }

  private static List<DiffEntry> scan(
      ObjectReader reader, @Nullable RevCommit parent, RevCommit commit, TreeFilter paths)
      throws IOException {
    try (TreeWalk trees = new TreeWalk(reader)) {
      if (parent == null) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(parent.getTree());
      }
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      trees.setFilter(
          AndTreeFilter.create(new TreeFilter[] {paths, TreeFilter.ANY_DIFF, DepthLimit.INSTANCE}));
      return DiffEntry.scan(trees);
    }
  }

  /** Files of a merge that are in none of its parents as they are in the merge. */
  private static List<String> ownPaths(ObjectReader reader, RevWalk walk, RevCommit merge)
      throws IOException {
    List<String> paths = new ArrayList<>();
    try (TreeWalk trees = new TreeWalk(reader)) {
      for (RevCommit parent : merge.getParents()) {
        trees.addTree(walk.parseCommit(parent).getTree());
      }
      trees.addTree(merge.getTree());
      trees.setRecursive(true);
      trees.setFilter(AndTreeFilter.create(new MergeDiff.DiffersFromAll(), DepthLimit.INSTANCE));
      while (trees.next()) {
        paths.add(trees.getPathString());
      }
    }
    return paths;
  }

  private List<DiffEntry> detectRenames(ObjectReader reader, List<DiffEntry> entries)
      throws IOException {
    boolean added = entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.ADD);
    boolean gone = entries.stream().anyMatch(entry -> entry.getChangeType() == ChangeType.DELETE);
    if (!added || !gone) {
      return entries;
    }
    RenameDetector detector = new RenameDetector(repository);
    detector.setRenameLimit(MAX_RENAME_CANDIDATES);
    detector.addAll(entries);
    try {
      return detector.compute(reader, null);
    } catch (MissingObjectException e) {
      // a partial clone: names are known, contents are not
      return entries;
    } catch (CanceledException e) {
      throw new IOException(e);
    }
  }

  private static FileDiff file(ObjectReader reader, DiffEntry entry) throws IOException {
    if (!isFile(entry.getOldMode()) || !isFile(entry.getNewMode())) {
      return unread(entry, "not a text file");
    }
    try {
      RawText before = text(reader, entry.getOldId().toObjectId(), entry.getOldMode());
      RawText after = text(reader, entry.getNewId().toObjectId(), entry.getNewMode());
      if (before == null || after == null) {
        return unread(entry, "binary or larger than " + (MAX_FILE_BYTES >> 20) + " MiB");
      }
      EditList edits = ALGORITHM.diff(RawTextComparator.DEFAULT, before, after);
      return new FileDiff(
          kind(entry),
          oldPath(entry),
          newPath(entry),
          new Hunks(newPath(entry), before, after).of(edits),
          null);
    } catch (MissingObjectException e) {
      return unread(entry, FileDiff.ABSENT);
    }
  }

  private static boolean isFile(FileMode mode) {
    return FileMode.MISSING.equals(mode)
        || FileMode.REGULAR_FILE.equals(mode)
        || FileMode.EXECUTABLE_FILE.equals(mode);
  }

  private static @Nullable RawText text(ObjectReader reader, ObjectId id, FileMode mode)
      throws IOException {
    if (FileMode.MISSING.equals(mode)) {
      return new RawText(new byte[0]);
    }
    // asked before it is opened, which may unfold all of it
    if (reader.getObjectSize(id, Constants.OBJ_BLOB) > MAX_FILE_BYTES) {
      return null;
    }
    byte[] bytes = reader.open(id, Constants.OBJ_BLOB).getCachedBytes(MAX_FILE_BYTES);
    return RawText.isBinary(bytes) ? null : new RawText(bytes);
  }

  private static FileDiff unread(DiffEntry entry, String reason) {
    return new FileDiff(kind(entry), oldPath(entry), newPath(entry), List.of(), reason);
  }

  private static String oldPath(DiffEntry entry) {
    return entry.getChangeType() == ChangeType.ADD ? entry.getNewPath() : entry.getOldPath();
  }

  private static String newPath(DiffEntry entry) {
    return entry.getChangeType() == ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
  }

  private static FileDiff.Kind kind(DiffEntry entry) {
    return switch (entry.getChangeType()) {
      case ADD -> FileDiff.Kind.ADDED;
      case MODIFY -> FileDiff.Kind.MODIFIED;
      case DELETE -> FileDiff.Kind.REMOVED;
      case RENAME -> FileDiff.Kind.RENAMED;
      case COPY -> FileDiff.Kind.COPIED;
    };
  }

  static String line(RawText text, int index) {
    String line = text.getString(index, index + 1, true);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** A blob as it is; empty when it is absent or too large. */
  static Optional<byte[]> bytes(ObjectReader reader, ObjectId id) throws IOException {
    try {
      return reader.getObjectSize(id, Constants.OBJ_BLOB) > MAX_FILE_BYTES
          ? Optional.empty()
          : Optional.of(reader.open(id, Constants.OBJ_BLOB).getCachedBytes(MAX_FILE_BYTES));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  static Optional<List<String>> lines(ObjectReader reader, ObjectId id, FileMode mode)
      throws IOException {
    RawText text = isFile(mode) ? text(reader, id, mode) : null;
    return text == null
        ? Optional.empty()
        : Optional.of(IntStream.range(0, text.size()).mapToObj(i -> line(text, i)).toList());
  }
}
