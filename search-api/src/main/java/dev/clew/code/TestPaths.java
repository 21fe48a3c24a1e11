// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which files are tests. */
public final class TestPaths {
  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test", "tests", "testdata", "__tests__", "spec", "specs", "it", "fixtures", "testing");

  private TestPaths() {}

  /** True when the path is that of a test, by the usual names of folders and files. */
  public static boolean isTest(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    String name = PathIndex.name(path);
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    return Stream.of(lower.split("/"))
            .limit(Math.max(0, lower.chars().filter(c -> c == '/').count()))
            .anyMatch(TEST_FOLDERS::contains)
        || stem.endsWith("Test")
        || stem.endsWith("Tests")
        || stem.endsWith("IT")
        || stem.endsWith("_test")
        || stem.startsWith("test_")
        || lower.contains(".test.")
        || lower.contains(".spec.");
  }
}
