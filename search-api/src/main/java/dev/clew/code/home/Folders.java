// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

import dev.clew.code.PathIndex;
import dev.clew.code.TestPaths;
import dev.clew.code.syntax.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The folders of a repository that hold source code, and those that are built on their own. */
final class Folders {
  private final Set<String> withCode = new LinkedHashSet<>();
  private final Set<String> built = new LinkedHashSet<>();
  private final List<String> naming = new ArrayList<>();

  Folders(PathIndex index) {
    for (String path : index.paths()) {
      if (TestPaths.isTest(path)) {
        continue;
      }
      if (BuildFiles.is(path)) {
        built.add(parent(path));
        if (BuildFiles.names(path)) {
          naming.add(path);
        }
      }
      if (Language.of(path).isPresent()) {
        String folder = parent(path);
        while (!folder.isEmpty() && withCode.add(folder)) {
          folder = parent(folder);
        }
      }
    }
  }

  /** Build files that name what they build, in the tree's order. */
  List<String> naming() {
    return naming;
  }

  /** True when source code lies in the folder or below. */
  boolean hasCode(String folder) {
    return withCode.contains(folder);
  }

  /**
   * The folders whose last name fits: those that are built on their own before the others, then the
   * least deep ones only. Folders within others of them are left out.
   */
  List<String> called(Predicate<String> name) {
    List<String> found =
        withCode.stream().filter(folder -> name.test(PathIndex.name(folder))).toList();
    List<String> alone = found.stream().filter(built::contains).toList();
    List<String> chosen = alone.isEmpty() ? found : alone;
    Optional<Integer> least = chosen.stream().map(Folders::depth).min(Comparator.naturalOrder());
    return chosen.stream().filter(folder -> depth(folder) == least.orElse(0)).toList();
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static int depth(String folder) {
    return (int) folder.chars().filter(c -> c == '/').count();
  }
}
