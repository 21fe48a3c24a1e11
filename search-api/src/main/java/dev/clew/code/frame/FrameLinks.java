// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.GitRepository;
import dev.clew.code.link.Permalinks;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a line can be looked at outside of Clew.
 *
 * @param page address of the line where the repository is hosted; null when there is none
 * @param blame address of the page that says who wrote it; null when there is none
 * @param editor address that opens it in the editor of this machine; null when none is set
 */
public record FrameLinks(@Nullable String page, @Nullable String blame, @Nullable String editor) {
  private static final FrameLinks NONE = new FrameLinks(null, null, null);

  /** No links. */
  public static FrameLinks none() {
    return NONE;
  }

  /**
   * The links of a line of {@code path} at {@code at}.
   *
   * @param line from 1; 0 for the whole file
   */
  public static FrameLinks of(GitRepository repository, String path, String at, int line) {
    Optional<Permalinks> pages = repository.pages();
    return new FrameLinks(
        pages.map(links -> links.file(at, path, line)).orElse(null),
        pages.flatMap(links -> links.blame(at, path, line)).orElse(null),
        editor(repository, path, at, line).orElse(null));
  }

  /** The work tree has HEAD, as far as is known: the line is where HEAD has it. */
  private static Optional<String> editor(
      GitRepository repository, String path, String at, int line) {
    if (repository.editor().isEmpty() || repository.workTree().isEmpty()) {
      return Optional.empty();
    }
    Path root = repository.workTree().get().toAbsolutePath().normalize();
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      return Optional.empty();
    }
    Optional<FrameResolver.AtHead> head =
        line == 0 ? Optional.empty() : new FrameResolver(repository).atHead(path, line, at);
    int there = head.map(FrameResolver.AtHead::line).orElse(line);
    return head.isPresent() && there == 0
        ? Optional.empty()
        : Optional.of(repository.editor().get().link(file, there));
  }
}
