// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostile repository is read without a trace on the rest of the machine. */
class WrittenFilesTest {
  @TempDir Path folder;

  @Test
  void nothingIsWrittenToTheTemporaryFolderOrTheConfigurationOfGit() throws IOException {
    GitFixture git = GitFixture.in(Files.createDirectories(folder.resolve("work/shop.git")));
    git.file("Cart.java", "class Cart {}").commit("Start", "ann", Instant.EPOCH);
    git.file("Cart.java", "class Cart { int a; }").commit("Count", "bob", Instant.EPOCH);
    Files.writeString(
        git.folder().resolve("config"),
        "[core]\n fsmonitor = touch /tmp/git-ran\n[gc]\n auto = 1\n",
        StandardOpenOption.APPEND);
    List<String> before = elsewhere();
    assertThat(Interrogation.of(git.folder(), folder.resolve("cache"))).contains("Count");
    assertThat(elsewhere()).isEqualTo(before);
  }

  /** Paths and times; of the temporary folder only names that speak of Git: others use it too. */
  private static List<String> elsewhere() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> entries = Files.list(temporary)) {
      for (Path each : entries.toList()) {
        if (String.valueOf(each.getFileName()).toLowerCase(Locale.ROOT).contains("git")) {
          found.put(each.toString(), "");
        }
      }
    }
    for (Path each : configurations()) {
      add(each, found);
    }
    return found.entrySet().stream().map(Object::toString).toList();
  }

  private static List<Path> configurations() {
    List<Path> folders = new ArrayList<>();
    Path home = Path.of(System.getProperty("user.home"));
    for (String each : Arrays.asList(".config/jgit", ".config/git", ".gitconfig", ".jgit")) {
      folders.add(home.resolve(each));
    }
    String shared = System.getenv("XDG_CONFIG_HOME");
    if (shared != null && !shared.isEmpty()) {
      folders.add(Path.of(shared, "jgit"));
      folders.add(Path.of(shared, "git"));
    }
    return folders;
  }

  private static void add(Path place, Map<String, String> found) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    Files.walkFileTree(
        place,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.put(file.toString(), attributes.lastModifiedTime().toString());
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
