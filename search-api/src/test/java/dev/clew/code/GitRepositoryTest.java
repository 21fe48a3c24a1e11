// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp.resolve("repo.git"));
  }

  @Test
  void listsNewestFirstAndLeavesOutWhatTheStartReaches() {
    String first = git.file("a.txt", "1").commit("one", "ann", NOON);
    String second = git.file("a.txt", "2").commit("two\n\nbody", "bob", NOON.plusSeconds(60));
    String third = git.file("a.txt", "3").commit("three", "cem", NOON.plusSeconds(120));
    try (GitRepository repository = git.open()) {
      assertThat(repository.head()).contains(third);
      assertThat(repository.commits(CommitRange.upTo(third, 10)))
          .extracting(Commit::id)
          .containsExactly(third, second, first);
      assertThat(repository.commits(CommitRange.between(first, third, 10)))
          .extracting(Commit::subject)
          .containsExactly("three", "two");
      assertThat(repository.commits(CommitRange.upTo(third, 10).before(NOON.plusSeconds(60))))
          .extracting(Commit::id)
          .containsExactly(second, first);
      assertThat(repository.commits(CommitRange.upTo(third, 10).from(NOON.plusSeconds(60))))
          .extracting(Commit::id)
          .containsExactly(third, second);
      assertThat(repository.commit(second))
          .isEqualTo(
              new Commit(
                  second, "bob", NOON.plusSeconds(60), "two", "two\n\nbody", List.of(first)));
      assertThat(repository.reaches(third, first)).isTrue();
      assertThat(repository.reaches(first, third)).isFalse();
    }
  }

  @Test
  void resolvesIdsBranchesAndTagsAndNothingElse() {
    String id = git.file("a.txt", "1").commit("one", "ann", NOON);
    git.tag("v1", id);
    try (GitRepository repository = git.open()) {
      assertThat(repository.resolve(id.substring(0, 8))).contains(id);
      assertThat(repository.resolve("main")).contains(id);
      assertThat(repository.resolve("v1")).contains(id);
      assertThat(repository.resolve("v2")).isEmpty();
      assertThat(repository.resolve("not a ^{revision")).isEmpty();
      assertThat(repository.resolve("0123456789012345678901234567890123456789")).isEmpty();
    }
  }

  @Test
  void numbersTheLinesOfAHunkOnBothSides() {
    git.file(
            "a.txt", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14",
            "15")
        .commit("one", "ann", NOON);
    String id =
        git.file(
                "a.txt", "1", "two", "three", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
                "15")
            .commit("two", "ann", NOON.plusSeconds(1));
    try (GitRepository repository = git.open()) {
      List<DiffHunk> hunks = repository.hunks(id);
      assertThat(hunks).hasSize(2);
      assertThat(hunks.get(0).oldStart()).isEqualTo(1);
      assertThat(hunks.get(0).lines())
          .extracting(
              line -> line.op().sign() + line.text() + ":" + line.oldLine() + ":" + line.newLine())
          .containsExactly(
              " 1:1:1", "-2:2:0", "-3:3:0", "+two:0:2", "+three:0:3", " 4:4:4", " 5:5:5", " 6:6:6");
      assertThat(hunks.get(1).removed()).extracting(DiffHunk.Line::oldLine).containsExactly(14);
      assertThat(hunks.get(1).newStart()).isEqualTo(11);
    }
  }

  @Test
  void tellsRenamesAdditionsRemovalsAndBinaries() {
    git.file("old.txt", "a", "b", "c", "d").file("gone.txt", "x").commit("one", "ann", NOON);
    String id =
        git.move("old.txt", "dir/new.txt")
            .without("gone.txt")
            .file("fresh.txt", "n")
            .bytes("b.bin", new byte[] {0, 1, 2})
            .commit("two", "ann", NOON.plusSeconds(1));
    try (GitRepository repository = git.open()) {
      List<FileDiff> files = repository.diff(id);
      assertThat(files)
          .extracting(file -> file.kind() + " " + file.oldPath() + " " + file.newPath())
          .containsExactlyInAnyOrder(
              "ADDED b.bin b.bin",
              "RENAMED old.txt dir/new.txt",
              "ADDED fresh.txt fresh.txt",
              "REMOVED gone.txt gone.txt");
      assertThat(files)
          .filteredOn(file -> file.newPath().equals("b.bin"))
          .allSatisfy(file -> assertThat(file.unread()).contains("binary"));
      assertThat(repository.changedPaths(id)).contains("fresh.txt", "gone.txt", "old.txt");
    }
  }

  @Test
  void saysNothingOfItsOwnForAMerge() {
    String base = git.file("a.txt", "1").commit("base", "ann", NOON);
    String side = git.file("b.txt", "1").commit("side", "bob", NOON.plusSeconds(1));
    git.branchFrom(base)
        .without("b.txt")
        .file("c.txt", "1")
        .commit("main", "ann", NOON.plusSeconds(2));
    String merge = git.merging(side).file("b.txt", "1").commit("merge", "ann", NOON.plusSeconds(3));
    try (GitRepository repository = git.open()) {
      assertThat(repository.commit(merge).isMerge()).isTrue();
      assertThat(repository.diff(merge)).isEmpty();
      assertThat(repository.commits(CommitRange.between(base, merge, 9))).hasSize(3);
    }
  }

  @Test
  void saysOfAMergeWhatNoParentHas() {
    String base = git.file("a.txt", "one", "two", "three").commit("base", "ann", NOON);
    String side =
        git.file("a.txt", "one", "two", "side").commit("side", "bob", NOON.plusSeconds(1));
    git.branchFrom(base)
        .file("a.txt", "main", "two", "three")
        .commit("main", "ann", NOON.plusSeconds(2));
    String merge =
        git.merging(side)
            .file("a.txt", "main", "slipped in", "side")
            .commit("merge", "ann", NOON.plusSeconds(3));
    try (GitRepository repository = git.open()) {
      assertThat(repository.changedPaths(merge)).containsExactly("a.txt");
      assertThat(repository.hunks(merge))
          .singleElement()
          .satisfies(
              hunk -> {
                assertThat(hunk.added())
                    .extracting(DiffHunk.Line::text)
                    .containsExactly("slipped in");
                assertThat(hunk.removed()).extracting(DiffHunk.Line::text).containsExactly("two");
              });
    }
  }

  @Test
  void blamesThroughRenamesAndIgnoresWhiteSpace() {
    String first =
        git.file("a.java", "class A {", "int x = 1;", "int y = 2;", "}").commit("one", "ann", NOON);
    String second =
        git.file("a.java", "class A {", "int x = 7;", "int y = 2;", "}")
            .commit("two", "bob", NOON.plusSeconds(1));
    git.move("a.java", "src/a.java").commit("move", "cem", NOON.plusSeconds(2));
    String head =
        git.file("src/a.java", "class A {", "    int x = 7;", "    int y = 2;", "}")
            .commit("indent", "dee", NOON.plusSeconds(3));
    try (GitRepository repository = git.open()) {
      assertThat(repository.blame("src/a.java", head))
          .extracting(line -> line.commit().id())
          .containsExactly(first, second, first, first);
      assertThat(repository.blame("src/a.java", 2, head))
          .get()
          .satisfies(line -> assertThat(line.text()).isEqualTo("    int x = 7;"));
      assertThat(repository.blame("src/a.java", 99, head)).isEmpty();
      assertThat(repository.blame("nowhere.java", head)).isEmpty();
    }
  }

  @Test
  void readsSourceAtACommit() {
    String first = git.file("a.txt", "old").commit("one", "ann", NOON);
    git.bytes("a.txt", "new\r\nend".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .commit("two", "ann", NOON.plusSeconds(1));
    try (GitRepository repository = git.open()) {
      assertThat(repository.source("a.txt", first)).contains(List.of("old"));
      assertThat(repository.source("a.txt", repository.head().orElseThrow()))
          .contains(List.of("new", "end"));
      assertThat(repository.source("b.txt", first)).isEmpty();
    }
  }

  @Test
  void opensABundleAndAWorkTree() throws IOException {
    String id = git.file("a.txt", "1").commit("one", "ann", NOON);
    Path bundle = git.bundle(temp.resolve("repo.bundle"));
    try (GitRepository repository = GitRepository.open(bundle)) {
      assertThat(repository.head()).contains(id);
      assertThat(repository.source("a.txt", id)).contains(List.of("1"));
    }
    Path tree = Files.createDirectories(temp.resolve("tree"));
    Files.move(git.folder(), tree.resolve(".git"));
    try (GitRepository repository = GitRepository.open(tree)) {
      assertThat(repository.head()).contains(id);
    }
  }

  @Test
  void refusesWhatIsNoRepositoryWithTheWayOut() throws IOException {
    Path file = Files.writeString(temp.resolve("notes.txt"), "hello");
    Path folder = Files.createDirectories(temp.resolve("empty"));
    for (Path path : List.of(file, folder, temp.resolve("missing"), git.folder().resolve("refs"))) {
      assertThatThrownBy(() -> GitRepository.open(path))
          .isInstanceOf(GitException.class)
          .hasMessage(
              path
                  + " is not a Git repository: give a work tree, a bare repository or a .bundle file");
    }
    Path torn = Files.writeString(temp.resolve("torn.bundle"), "# v2 git bundle\nrubbish\n");
    assertThatThrownBy(() -> GitRepository.open(torn))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("torn.bundle");
  }
}
