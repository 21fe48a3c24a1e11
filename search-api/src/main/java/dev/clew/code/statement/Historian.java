// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.BlameLine;
import dev.clew.code.Commit;
import dev.clew.code.FileDiff;
import dev.clew.code.GitRepository;
import dev.clew.code.TestPaths;
import dev.clew.code.syntax.Language;
import dev.clew.code.syntax.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Follows a statement back: blame tells who changed its lines last; before that commit the
 * statement most like it is followed on, through renames, and into the files that the commit took
 * it from.
 */
public final class Historian {
  /** Most versions that are followed: each costs a blame. */
  private static final int MAX_VERSIONS = 10;

  /** Most files of one commit that are searched for where a statement came from. */
  private static final int MAX_SOURCES = 30;

  private final Statements statements;
  private final GitRepository repository;

  public Historian(Statements statements) {
    this.statements = statements;
    this.repository = statements.repository();
  }

  private record Place(String path, Said said, String at) {}

  /** The history of a statement of commit {@code at}. */
  public StatementHistory of(Statement statement, String at) {
    return of(statement, at, () -> false);
  }

  /** The same; what is left when nobody waits any more is not followed. */
  public StatementHistory of(Statement statement, String at, BooleanSupplier stopped) {
    List<StatementHistory.Version> versions = new ArrayList<>();
    Optional<Place> place = Optional.of(new Place(statement.path(), statement.said(), at));
    Commit introduced = null;
    while (place.isPresent() && versions.size() < MAX_VERSIONS && !stopped.getAsBoolean()) {
      Place here = place.get();
      Optional<BlameLine> changed = changed(here);
      if (changed.isEmpty()) {
        return new StatementHistory(versions, null);
      }
      Commit commit = changed.get().commit();
      String path = changed.get().path();
      Said then =
          Likeness.counterpart(here.said, statements.said(path, commit.id())).orElse(here.said);
      versions.add(
          new StatementHistory.Version(
              commit, path, then.first(), new Statement(path, then).text()));
      place = before(new Place(path, then, commit.id()), commit);
      introduced = place.isEmpty() ? commit : null;
    }
    return new StatementHistory(versions, introduced);
  }

  /** The line of the statement that was changed last. */
  private Optional<BlameLine> changed(Place place) {
    return repository.blame(place.path, place.at).stream()
        .filter(line -> line.line() >= place.said.first() && line.line() <= place.said.last())
        .max(
            Comparator.comparing((BlameLine line) -> line.commit().time())
                .thenComparing(line -> line.commit().id()));
  }

  /** Where the statement was before a commit that changed it. */
  private Optional<Place> before(Place place, Commit commit) {
    if (commit.parents().isEmpty()) {
      return Optional.empty();
    }
    String parent = commit.parents().getFirst();
    List<FileDiff> diffs = repository.diff(commit.id());
    String oldPath =
        diffs.stream()
            .filter(diff -> diff.newPath().equals(place.path))
            .map(FileDiff::oldPath)
            .findFirst()
            .orElse(place.path);
    return Likeness.counterpart(place.said, statements.said(oldPath, parent))
        .map(found -> new Place(oldPath, found, parent))
        .or(() -> taken(place, diffs, parent));
  }

  /** The file of the same commit from which the very text went away. */
  private Optional<Place> taken(Place place, List<FileDiff> diffs, String parent) {
    String text = Likeness.fixed(place.said.template());
    return diffs.stream()
        .filter(diff -> diff.kind() != FileDiff.Kind.ADDED && !diff.newPath().equals(place.path))
        .filter(diff -> Language.of(diff.oldPath()).isPresent())
        .filter(diff -> !TestPaths.isTest(diff.oldPath()))
        .limit(MAX_SOURCES)
        .flatMap(
            diff ->
                statements.said(diff.oldPath(), parent).stream()
                    .filter(said -> Likeness.fixed(said.template()).equals(text))
                    .map(said -> new Place(diff.oldPath(), said, parent)))
        .findFirst();
  }
}
