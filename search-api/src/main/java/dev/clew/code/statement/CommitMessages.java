// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.FileDiff;
import dev.clew.code.GitRepository;
import dev.clew.code.TestPaths;
import dev.clew.code.statement.MessageChange.Kind;
import dev.clew.code.syntax.Language;
import dev.clew.code.syntax.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which messages a commit brings, changes and takes away: the statements of its files before and
 * after it are compared. Moved ones are neither.
 */
public final class CommitMessages {
  /** Most files of a commit that are compared; a larger commit is told to be so. */
  public static final int MAX_FILES = 500;

  private final Statements statements;
  private final GitRepository repository;

  public CommitMessages(Statements statements) {
    this.statements = statements;
    this.repository = statements.repository();
  }

  /**
   * The messages of a commit against its first parent.
   *
   * @param changes added, changed and removed, in the order of files and lines
   * @param unread how many source files were not compared, since there are too many
   */
  public record Found(List<MessageChange> changes, int unread) {
    public Found {
      changes = List.copyOf(changes);
    }
  }

  /** What the commit of that full id does; nothing for a merge. */
  public Found of(String commit) {
    List<FileDiff> diffs =
        repository.diff(commit).stream().filter(CommitMessages::isSource).toList();
    List<String> parents = repository.commit(commit).parents();
    List<Statement> added = new ArrayList<>();
    List<Statement> removed = new ArrayList<>();
    for (FileDiff diff : diffs.subList(0, Math.min(MAX_FILES, diffs.size()))) {
      if (diff.kind() != FileDiff.Kind.REMOVED) {
        add(added, diff.newPath(), commit);
      }
      if (diff.kind() != FileDiff.Kind.ADDED && !parents.isEmpty()) {
        add(removed, diff.oldPath(), parents.getFirst());
      }
    }
    return new Found(compared(added, removed), Math.max(0, diffs.size() - MAX_FILES));
  }

  private static boolean isSource(FileDiff diff) {
    return Language.of(diff.newPath()).isPresent() && !TestPaths.isTest(diff.newPath());
  }

  private void add(List<Statement> all, String path, String at) {
    statements.said(path, at).stream()
        .filter(said -> said.kind() != Said.Kind.TEXT && said.template().letters() > 0)
        .forEach(said -> all.add(new Statement(path, said)));
  }

  private static List<MessageChange> compared(List<Statement> added, List<Statement> removed) {
    removed.removeIf(old -> takeSame(added, old));
    List<MessageChange> changes = new ArrayList<>();
    for (Statement now : added) {
      Optional<Statement> before =
          Likeness.counterpart(
                  now.said(),
                  removed.stream()
                      .filter(old -> old.said().kind() == now.said().kind())
                      .map(Statement::said)
                      .toList())
              .flatMap(said -> removed.stream().filter(old -> old.said().equals(said)).findFirst());
      before.ifPresent(removed::remove);
      changes.add(
          new MessageChange(
              before.isPresent() ? Kind.CHANGED : Kind.ADDED, now, before.orElse(null)));
    }
    removed.forEach(old -> changes.add(new MessageChange(Kind.REMOVED, old, null)));
    changes.sort(
        Comparator.comparing((MessageChange change) -> change.statement().path())
            .thenComparingInt(change -> change.statement().said().first()));
    return changes;
  }

  /** Takes one statement away that prints the same at the same level, wherever it stands. */
  private static boolean takeSame(List<Statement> added, Statement old) {
    for (int i = 0; i < added.size(); i++) {
      Said now = added.get(i).said();
      if (now.kind() == old.said().kind()
          && now.level().equals(old.said().level())
          && Likeness.fixed(now.template()).equals(Likeness.fixed(old.said().template()))) {
        added.remove(i);
        return true;
      }
    }
    return false;
  }
}
