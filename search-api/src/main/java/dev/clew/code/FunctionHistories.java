// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.FunctionHistory.Change;
import dev.clew.code.FunctionHistory.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks the history of a function: of each commit that touched its file, whether the function reads
 * differently than in the parent. Renames of the file and of the function are followed, white space
 * does not count, commits that the repository asks to ignore are left out. Single use.
 */
public final class FunctionHistories {
  /** Most versions of the file that are read. */
  private static final int MAX_VERSIONS = 200;

  /** Most commits that are looked at for such versions. */
  private static final int MAX_WALKED = 20_000;

  private static final int MAX_RENAMES = 10;

  private final GitRepository repository;
  private final int most;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> ignored;
  private String path;
  private String name;
  private int versions;
  private int renames;

  private FunctionHistories(
      GitRepository repository, String path, String at, String name, int most) {
    this.repository = repository;
    this.path = path;
    this.name = name;
    this.most = most;
    this.ignored = repository.ignoredRevisions(at);
  }

  /** A function in a version of a file. */
  private record Version(CodeBlock block, List<String> lines, List<String> file) {
    /** Without white space. */
    List<String> plain() {
      return lines.stream()
          .map(line -> line.replaceAll("\\s+", ""))
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  /**
   * The history of the function around a line; empty when the line is in none.
   *
   * @param at full id of a commit
   * @param line from 1
   * @param most most commits in the answer
   */
  public static Optional<FunctionHistory> of(
      GitRepository repository, String path, String at, int line, int most) {
    List<String> lines = repository.source(path, at).orElse(List.of());
    return CodeBlock.enclosing(path, lines, line)
        .map(
            block -> {
              FunctionHistories walk =
                  new FunctionHistories(repository, path, at, block.name(), most);
              boolean complete = walk.walk(at, block.from());
              return new FunctionHistory(
                  block.name(), block.from(), block.to(), walk.changes, complete);
            });
  }

  /** True when it came to where the function begins. */
  private boolean walk(String start, int line) {
    String at = start;
    int near = line;
    while (renames <= MAX_RENAMES) {
      List<Commit> touching = repository.touching(path, at, MAX_VERSIONS - versions, MAX_WALKED);
      Optional<String> before = Optional.empty();
      for (Commit commit : touching) {
        versions++;
        if (changes.size() >= most || versions > MAX_VERSIONS) {
          return false;
        }
        Optional<Version> now = version(path, commit.id(), near);
        if (now.isEmpty() || commit.parents().size() > 1) {
          continue;
        }
        near = now.get().block().from();
        Step step = step(commit, now.get());
        if (step == Step.BEGINS) {
          return true;
        }
        if (step == Step.FILE_RENAMED) {
          before = Optional.of(commit.parents().getFirst());
          break;
        }
      }
      if (before.isEmpty()) {
        return false;
      }
      at = before.get();
      renames++;
    }
    return false;
  }

  private enum Step {
    GOES_ON,
    FILE_RENAMED,
    BEGINS
  }

  private Step step(Commit commit, Version now) {
    if (commit.parents().isEmpty()) {
      add(commit, Kind.INTRODUCED, now, now.plain().size(), 0);
      return Step.BEGINS;
    }
    String parent = commit.parents().getFirst();
    String earlier = path;
    if (repository.source(path, parent).isEmpty()) {
      Optional<FileDiff> renamed =
          repository.diff(commit.id()).stream()
              .filter(file -> file.newPath().equals(path) && !file.oldPath().equals(path))
              .findFirst();
      if (renamed.isEmpty()) {
        add(commit, Kind.INTRODUCED, now, now.plain().size(), 0);
        return Step.BEGINS;
      }
      earlier = renamed.get().oldPath();
    }
    if (!compare(commit, now, parent, earlier)) {
      return Step.BEGINS;
    }
    boolean moved = !earlier.equals(path);
    path = earlier;
    return moved ? Step.FILE_RENAMED : Step.GOES_ON;
  }

  /** Notes what the commit did to the function; false when it is not in the parent. */
  private boolean compare(Commit commit, Version now, String parent, String earlier) {
    Optional<Version> before = version(earlier, parent, now.block().from());
    if (before.isPresent()) {
      List<String> plain = before.get().plain();
      if (!plain.equals(now.plain())) {
        add(commit, Kind.CHANGED, now, missing(now.plain(), plain), missing(plain, now.plain()));
      }
      return true;
    }
    Optional<Version> renamed = renamed(now, parent, earlier);
    if (renamed.isEmpty()) {
      add(commit, Kind.INTRODUCED, now, now.plain().size(), 0);
      return false;
    }
    List<String> plain = renamed.get().plain();
    add(commit, Kind.RENAMED, now, missing(now.plain(), plain), missing(plain, now.plain()));
    name = renamed.get().block().name();
    return true;
  }

  /** The function in the parent that most of the lines come from. */
  private Optional<Version> renamed(Version now, String parent, String earlier) {
    List<String> file = repository.source(earlier, parent).orElse(List.of());
    LineMap map = LineMap.of(now.file(), file);
    List<Integer> origins = new ArrayList<>();
    for (int line = now.block().from(); line <= now.block().to(); line++) {
      LineMap.Target target = map.line(line);
      if (target.same()) {
        origins.add(target.line());
      }
    }
    int half = (now.block().to() - now.block().from() + 1) / 2;
    return CodeBlock.functions(earlier, file).stream()
        .filter(
            block ->
                origins.stream().filter(line -> line >= block.from() && line <= block.to()).count()
                    > half)
        .min(Comparator.comparingInt(block -> block.to() - block.from()))
        .map(block -> version(block, file));
  }

  private void add(Commit commit, Kind kind, Version now, int added, int removed) {
    if (!ignored.contains(commit.id())) {
      changes.add(new Change(commit, kind, path, now.block().from(), added, removed));
    }
  }

  /** The function of that name, of several the one nearest to a line. */
  private Optional<Version> version(String file, String at, int near) {
    List<String> lines = repository.source(file, at).orElse(List.of());
    return CodeBlock.functions(file, lines).stream()
        .filter(block -> block.name().equals(name))
        .min(Comparator.comparingInt(block -> Math.abs(block.from() - near)))
        .map(block -> version(block, lines));
  }

  private static Version version(CodeBlock block, List<String> file) {
    return new Version(
        block, file.subList(block.from() - 1, Math.min(file.size(), block.to())), file);
  }

  /** How many of {@code lines} have no equal in {@code others}. */
  private static int missing(List<String> lines, List<String> others) {
    var left = others.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    return (int) lines.stream().filter(line -> left.merge(line, -1L, Long::sum) < 0).count();
  }
}
