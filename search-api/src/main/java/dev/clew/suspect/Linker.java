// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import dev.clew.code.DiffHunk;
import dev.clew.code.GitRepository;
import dev.clew.code.link.Permalinks;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.scene.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives suspects and their evidence the addresses where their repository is hosted. */
final class Linker {
  private final List<Source> sources = new ArrayList<>();

  /**
   * A repository that was looked at.
   *
   * @param at the commit whose line numbers the evidence uses
   */
  private record Source(GitRepository repository, String at, Rollout rollout) {}

  void add(GitRepository repository, String at, Rollout rollout) {
    sources.add(new Source(repository, at, rollout));
  }

  List<Suspect> link(List<Suspect> suspects) {
    return suspects.stream().map(this::link).toList();
  }

  private Suspect link(Suspect suspect) {
    if (suspect.kind() != Suspect.Kind.COMMIT || suspect.page() == null) {
      return suspect;
    }
    for (Source source : sources) {
      Optional<Permalinks> pages = source.repository.pages();
      if (pages.isPresent() && source.repository.resolve(suspect.id()).isPresent()) {
        return suspect.linked(
            suspect.evidence().stream()
                .map(piece -> piece.withPage(page(piece, suspect, source, pages.get())))
                .toList(),
            compare(suspect, source, pages.get()));
      }
    }
    return suspect;
  }

  /** A line that the commit added is shown there, any other where the failing code ran. */
  private static @Nullable String page(
      Evidence piece, Suspect suspect, Source source, Permalinks pages) {
    String file = piece.file();
    if (file == null) {
      return null;
    }
    boolean own =
        suspect.diff().stream()
            .filter(hunk -> hunk.file().equals(file))
            .flatMap(DiffHunk::added)
            .anyMatch(line -> line.newLine() == piece.line());
    if (own || !source.repository.paths(source.at).contains(file)) {
      return pages.file(suspect.id(), file, own ? piece.line() : 0);
    }
    return pages.file(source.at, file, piece.line());
  }

  /** What changed from the version before to the one that brought the commit. */
  private static @Nullable String compare(Suspect suspect, Source source, Permalinks pages) {
    return source.rollout.of(suspect.id()).stream()
        .filter(brought -> brought.after() != null)
        .findFirst()
        .map(brought -> pages.compare(String.valueOf(brought.after()), brought.to()))
        .orElse(null);
  }
}
