// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Repository;

/**
 * The commits that a repository asks to be passed over when lines are blamed, as they only
 * reformat: the full ids in {@code .git-blame-ignore-revs} and in the file that {@code
 * blame.ignoreRevsFile} names. Both are read from the tree, never from elsewhere.
 */
final class IgnoredRevisions {
  /** What GitHub, GitLab and Gitea read. */
  static final String FILE = ".git-blame-ignore-revs";

  private static final int MOST = 10_000;
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{40}");

  private final Repository repository;

  IgnoredRevisions(Repository repository) {
    this.repository = repository;
  }

  /**
   * At most {@value #MOST} ids.
   *
   * @param source the lines of a file of the tree
   */
  Set<String> read(Function<String, Optional<List<String>>> source) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> files = new LinkedHashSet<>(List.of(FILE));
    configured().ifPresent(files::add);
    for (String file : files) {
      source.apply(file).orElse(List.of()).stream()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> ID.matcher(line).matches())
          .limit(MOST - ids.size())
          .forEach(id -> ids.add(id.toLowerCase(Locale.ROOT)));
    }
    return ids;
  }

  /** The configured file, when it lies inside the tree. */
  private Optional<String> configured() {
    String named = repository.getConfig().getString("blame", null, "ignoreRevsFile");
    if (named == null || named.isBlank() || named.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Path path = Path.of(named);
    if (path.isAbsolute()) {
      if (repository.isBare() || !path.startsWith(repository.getWorkTree().toPath())) {
        return Optional.empty();
      }
      path = repository.getWorkTree().toPath().relativize(path);
    }
    String inside = path.normalize().toString().replace('\\', '/');
    return inside.isEmpty() || inside.startsWith("..") ? Optional.empty() : Optional.of(inside);
  }
}
