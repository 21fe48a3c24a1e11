// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.history.HistoryIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Asks a repository everything that the program asks. */
public final class Interrogation {
  private Interrogation() {}

  /** What a repository said; {@code cache} is where the index of its history goes. */
  public static String of(Path place, Path cache) {
    StringBuilder said = new StringBuilder();
    try (GitRepository opened = GitRepository.open(place);
        HistoryIndex index = HistoryIndex.open(opened, cache, said::append).orElseThrow()) {
      opened.pages();
      String head = opened.head().orElseThrow();
      opened.resolve("v1.0");
      opened.resolve("no@{such}~9");
      index.update(List.of(), Duration.ofSeconds(5));
      for (Commit commit : opened.commits(CommitRange.upTo(head, 1_000))) {
        said.append(commit).append(opened.changedPaths(commit.id()));
        opened.diff(commit.id()).forEach(said::append);
      }
      for (String path : opened.paths(head).paths()) {
        said.append(path).append(opened.source(path, head)).append(opened.blame(path, head));
      }
    }
    return said.toString();
  }
}
