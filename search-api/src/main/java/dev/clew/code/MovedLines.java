// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.DiffHunk.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows lines that a commit only moved: a run of its added lines that the same commit removed
 * elsewhere, in any file, is blamed on where it was. As {@code git blame -M -C} does for moves,
 * runs with few letters and digits do not count: they agree by chance. The bounds are Git's. Single
 * use.
 */
final class MovedLines {
  /** Letters and digits that a run needs that moved within its file. */
  private static final int MIN_SIGNS = 20;

  /** And one that came from another file. */
  private static final int MIN_SIGNS_OF_OTHERS = 40;

  /** How often one line is followed through moves. */
  private static final int MAX_DEPTH = 4;

  /** Most commits whose changes are read for one answer. */
  private static final int MAX_COMMITS = 40;

  /** Most lines that are searched for what was moved, of one commit. */
  private static final int MAX_REMOVED = 20_000;

  private final GitRepository repository;
  private final Map<String, Removed> removed = new HashMap<>();

  MovedLines(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * A line that a commit removed.
   *
   * @param path file before
   * @param line number before, from 1
   */
  private record Gone(String path, int line, String text) {}

  /** What a commit removed, and where each text is in it. */
  private record Removed(List<Gone> lines, Map<String, List<Integer>> places) {}

  /** The same lines, each with the commit that wrote it rather than the one that moved it. */
  List<BlameLine> follow(List<BlameLine> lines) {
    return follow(lines, 0);
  }

  private List<BlameLine> follow(List<BlameLine> lines, int depth) {
    List<BlameLine> followed = new ArrayList<>(lines);
    int at = 0;
    while (at < lines.size() && depth < MAX_DEPTH) {
      int end = at + 1;
      while (end < lines.size() && continues(lines.get(end - 1), lines.get(end))) {
        end++;
      }
      moves(followed, at, end, depth);
      at = end;
    }
    return followed;
  }

  private static boolean continues(BlameLine before, BlameLine line) {
    return line.commit().id().equals(before.commit().id())
        && line.path().equals(before.path())
        && line.origin() == before.origin() + 1;
  }

  /** Replaces the runs of {@code lines} between two indexes that their commit removed elsewhere. */
  private void moves(List<BlameLine> lines, int from, int to, int depth) {
    Commit commit = lines.get(from).commit();
    if (commit.parents().size() != 1) {
      return;
    }
    Removed gone = removed(commit.id());
    int at = from;
    while (at < to) {
      int length = 0;
      int best = -1;
      for (int place : gone.places().getOrDefault(plain(lines.get(at).text()), List.of())) {
        int run = run(lines, at, to, gone.lines(), place);
        if (run > length) {
          length = run;
          best = place;
        }
      }
      if (best >= 0 && signs(lines.subList(at, at + length)) >= needed(lines.get(at), gone, best)) {
        blameBefore(lines, at, gone.lines().subList(best, best + length), commit, depth);
        at += length;
      } else {
        at++;
      }
    }
  }

  private static int needed(BlameLine line, Removed gone, int place) {
    return gone.lines().get(place).path().equals(line.path()) ? MIN_SIGNS : MIN_SIGNS_OF_OTHERS;
  }

  private void blameBefore(
      List<BlameLine> lines, int at, List<Gone> gone, Commit commit, int depth) {
    String path = gone.getFirst().path();
    Map<Integer, BlameLine> before = new HashMap<>();
    repository
        .blame(path, commit.parents().getFirst())
        .forEach(line -> before.put(line.line(), line));
    List<BlameLine> found = new ArrayList<>();
    for (Gone one : gone) {
      Optional.ofNullable(before.get(one.line())).ifPresent(found::add);
    }
    if (found.size() != gone.size()) {
      return;
    }
    List<BlameLine> origins = follow(found, depth + 1);
    for (int i = 0; i < origins.size(); i++) {
      BlameLine asked = lines.get(at + i);
      BlameLine origin = origins.get(i);
      lines.set(
          at + i,
          new BlameLine(
              asked.line(), asked.text(), origin.commit(), origin.path(), origin.origin()));
    }
  }

  private static int run(List<BlameLine> lines, int from, int to, List<Gone> gone, int place) {
    int length = 0;
    while (from + length < to
        && place + length < gone.size()
        && gone.get(place + length).path().equals(gone.get(place).path())
        && gone.get(place + length).line() == gone.get(place).line() + length
        && gone.get(place + length).text().equals(plain(lines.get(from + length).text()))) {
      length++;
    }
    return length;
  }

  private static int signs(List<BlameLine> lines) {
    return (int)
        lines.stream()
            .flatMapToInt(line -> line.text().chars())
            .filter(Character::isLetterOrDigit)
            .count();
  }

  private Removed removed(String commit) {
    Removed known = removed.get(commit);
    if (known != null || removed.size() >= MAX_COMMITS) {
      return known == null ? new Removed(List.of(), Map.of()) : known;
    }
    List<Gone> lines = new ArrayList<>();
    Map<String, List<Integer>> places = new HashMap<>();
    for (FileDiff file : repository.diff(commit)) {
      file.hunks().stream()
          .flatMap(DiffHunk::removed)
          .limit(Math.max(0, MAX_REMOVED - lines.size()))
          .forEach(line -> lines.add(gone(file, line)));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).text().isEmpty()) {
        places.computeIfAbsent(lines.get(i).text(), text -> new ArrayList<>()).add(i);
      }
    }
    // a line that is everywhere says nothing of what was moved
    places.values().removeIf(each -> each.size() > MAX_COMMITS);
    Removed found = new Removed(lines, places);
    removed.put(commit, found);
    return found;
  }

  private static Gone gone(FileDiff file, Line line) {
    return new Gone(file.oldPath(), line.oldLine(), plain(line.text()));
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }
}
