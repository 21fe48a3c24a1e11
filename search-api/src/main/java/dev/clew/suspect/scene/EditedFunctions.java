// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.CodeBlock;
import dev.clew.code.Commit;
import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which functions a commit edited, on either side of its edits: blame knows nothing of lines that
 * were taken away, nor of those that were changed again since.
 */
final class EditedFunctions {
  /** Most files of one commit whose functions are told apart. */
  private static final int MAX_FILES = 20;

  private final GitRepository repository;
  private final Commit commit;
  private final Map<String, Integer> changed = new HashMap<>();
  private final Map<String, Integer> size = new HashMap<>();

  private EditedFunctions(GitRepository repository, Commit commit) {
    this.repository = repository;
    this.commit = commit;
  }

  /**
   * How much of each function a commit changed, 0 to 1, by {@link Spot#key()}.
   *
   * @param files names of the files that matter; others are not looked at
   */
  static Map<String, Double> of(
      GitRepository repository, Commit commit, List<FileDiff> diff, Set<String> files) {
    EditedFunctions edited = new EditedFunctions(repository, commit);
    diff.stream()
        .filter(file -> FileKind.of(file.newPath()).isCode())
        .filter(file -> files.contains(PathIndex.name(file.newPath())))
        .limit(MAX_FILES)
        .forEach(edited::add);
    Map<String, Double> shares = new HashMap<>();
    edited.changed.forEach(
        (key, lines) -> shares.put(key, Math.min(1, (double) lines / edited.size.get(key))));
    return shares;
  }

  private void add(FileDiff file) {
    List<CodeBlock> after = functions(file.newPath(), Optional.of(commit.id()));
    List<CodeBlock> before = functions(file.oldPath(), commit.parents().stream().findFirst());
    for (DiffHunk hunk : file.hunks()) {
      for (DiffHunk.Line line : hunk.lines()) {
        if (line.op() == Op.ADDED) {
          count(file.newPath(), after, line.newLine());
        } else if (line.op() == Op.REMOVED) {
          count(file.newPath(), before, line.oldLine());
        }
      }
    }
  }

  private List<CodeBlock> functions(String path, Optional<String> at) {
    return at.map(id -> repository.sketch(path, id)).orElse(List.of());
  }

  private void count(String path, List<CodeBlock> functions, int line) {
    functions.stream()
        .filter(block -> block.from() <= line && line <= block.to())
        .min(Comparator.comparingInt(block -> block.to() - block.from()))
        .ifPresent(
            block -> {
              String key = Spot.key(path, block.name());
              changed.merge(key, 1, Integer::sum);
              size.merge(key, block.to() - block.from() + 1, Math::max);
            });
  }
}
