// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.Commit;
import dev.clew.code.CommitRange;
import dev.clew.code.FileDiff;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryIndexTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final List<String> notes = new ArrayList<>();

  @Test
  void saysOfEveryCommitOfTheSamplesWhatGitSays() {
    for (Path bundle : samples()) {
      try (GitRepository git = GitRepository.open(bundle);
          HistoryIndex index = open(git)) {
        assertThat(index.update(List.of(), LONG).isWhole()).isTrue();
        for (Commit commit :
            git.commits(CommitRange.upTo(git.head().orElseThrow(), Integer.MAX_VALUE))) {
          PastCommit past = index.commit(commit.id()).orElseThrow();
          assertThat(past.commit()).isEqualTo(commit);
          assertThat(index.changedPaths(commit.id())).hasValue(git.readPaths(commit.id()));
          assertThat(past.changedPaths()).isEqualTo(git.readPaths(commit.id()));
          sameFiles(past.files(), git.readDiff(commit.id()));
        }
      }
    }
    assertThat(notes).isEmpty();
  }

  private static void sameFiles(List<FileChange> files, List<FileDiff> diffs) {
    assertThat(files).hasSameSizeAs(diffs);
    for (int i = 0; i < diffs.size(); i++) {
      FileDiff diff = diffs.get(i);
      assertThat(files.get(i).newPath()).isEqualTo(diff.newPath());
      assertThat(files.get(i).oldPath()).isEqualTo(diff.oldPath());
      assertThat(files.get(i).kind()).isEqualTo(diff.kind());
      assertThat(lines(files.get(i), true))
          .isEqualTo(
              diff.hunks().stream()
                  .flatMap(hunk -> hunk.added())
                  .map(line -> line.newLine())
                  .toList());
      assertThat(lines(files.get(i), false))
          .isEqualTo(
              diff.hunks().stream()
                  .flatMap(hunk -> hunk.removed())
                  .map(line -> line.oldLine())
                  .toList());
    }
  }

  private static List<Integer> lines(FileChange file, boolean added) {
    return file.spans().stream()
        .flatMap(
            span ->
                added
                    ? IntStream.range(span.newLine(), span.newLine() + span.added()).boxed()
                    : IntStream.range(span.oldLine(), span.oldLine() + span.removed()).boxed())
        .toList();
  }

  @Test
  void answersOfTheRepositoryAreTheSameWithIt() {
    GitFixture shop = shop();
    try (GitRepository without = shop.open();
        GitRepository with = shop.open();
        HistoryIndex index = open(with)) {
      index.update(List.of(), LONG);
      with.remember(index);
      for (Commit commit :
          with.commits(CommitRange.upTo(with.head().orElseThrow(), Integer.MAX_VALUE))) {
        assertThat(with.changedPaths(commit.id())).isEqualTo(without.changedPaths(commit.id()));
      }
    }
  }

  @Test
  void takesInOnlyWhatIsNew() {
    GitFixture shop = shop();
    try (GitRepository git = shop.open();
        HistoryIndex index = open(git)) {
      assertThat(index.update(List.of(), LONG)).isEqualTo(new Built(4, 0));
      assertThat(index.update(List.of(), LONG)).isEqualTo(new Built(0, 0));
    }
    shop.file("docs/guide.md", "words").commit("Guide", "cy", MONDAY.plusSeconds(500));
    try (GitRepository git = shop.open();
        HistoryIndex index = open(git)) {
      assertThat(index.size()).isEqualTo(4);
      assertThat(index.update(List.of(), LONG)).isEqualTo(new Built(1, 0));
      assertThat(index.size()).isEqualTo(5);
    }
  }

  @Test
  void tellsChangesOfLayoutFromOthers() {
    try (GitRepository git = shop().open();
        HistoryIndex index = open(git)) {
      index.update(List.of(), LONG);
      List<Boolean> layout =
          git.commits(CommitRange.upTo(git.head().orElseThrow(), 10)).stream()
              .map(commit -> index.commit(commit.id()).orElseThrow())
              .map(past -> past.files().stream().allMatch(FileChange::formatOnly))
              .toList();
      assertThat(layout).containsExactly(true, false, false, false);
    }
  }

  @Test
  void aDamagedIndexIsBuiltAnewAndSaid() throws IOException {
    GitFixture shop = shop();
    Path files;
    try (GitRepository git = shop.open();
        HistoryIndex index = open(git)) {
      index.update(List.of(), LONG);
      files = index.folder();
    }
    try (Stream<Path> all = Files.list(files)) {
      Path largest = all.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(largest, bytes);
    }
    try (GitRepository git = shop.open();
        HistoryIndex index = open(git)) {
      assertThat(notes).singleElement().asString().contains("damaged").contains("built anew");
      assertThat(index.update(List.of(), LONG)).isEqualTo(new Built(4, 0));
    }
  }

  @Test
  void anIndexOfAnotherRepositoryAtTheSamePlaceIsNotUsed() throws IOException {
    GitFixture first = shop();
    try (GitRepository git = first.open();
        HistoryIndex index = open(git)) {
      index.update(List.of(), LONG);
    }
    Files.move(first.folder(), folder.resolve("elsewhere"));
    GitFixture other = GitFixture.in(Files.createDirectory(first.folder()));
    other.file("a.txt", "a").commit("Other", "ann", MONDAY);
    try (GitRepository git = other.open();
        HistoryIndex index = open(git)) {
      assertThat(index.size()).isZero();
      assertThat(notes).singleElement().asString().contains("another repository");
    }
  }

  @Test
  void aSecondWriterUsesWhatIsThere() {
    try (GitRepository git = shop().open();
        HistoryIndex one = open(git)) {
      one.update(List.of(), LONG);
      try (HistoryIndex two = open(git)) {
        assertThat(two.size()).isEqualTo(4);
        assertThat(two.update(List.of(), LONG).isWhole()).isTrue();
      }
    }
  }

  @Test
  void nothingIsWrittenIntoTheRepository() throws IOException {
    GitFixture shop = shop();
    List<String> before = listing(shop.folder());
    try (GitRepository git = shop.open();
        HistoryIndex index = open(git)) {
      index.update(List.of(), LONG);
    }
    assertThat(listing(shop.folder())).isEqualTo(before);
  }

  private static List<String> listing(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted().toList()) {
        found.add(path + " " + Files.getLastModifiedTime(path));
      }
    }
    return found;
  }

  private HistoryIndex open(GitRepository git) {
    return HistoryIndex.open(git, folder.resolve("cache"), notes::add).orElseThrow();
  }

  private GitFixture shop() {
    try {
      GitFixture shop = GitFixture.in(Files.createDirectory(folder.resolve("shop.git")));
      shop.file("src/Cart.java", "class Cart {", "int a = 1;", "int b = 2;", "int c = 3;", "}");
      shop.commit("Start", "ann", MONDAY);
      shop.file("src/Pay.java", "String coupon = null;");
      shop.commit("Take a coupon", "bob", MONDAY.plusSeconds(60));
      shop.move("src/Cart.java", "src/Basket.java").without("src/Cart.java");
      shop.file("src/Basket.java", "class Cart {", "int a = 1;", "int b = 2;", "int c = 4;", "}");
      shop.commit("Call it basket", "ann", MONDAY.plusSeconds(120));
      shop.file("src/Basket.java", "class Cart {", "int a = 1;", "int  b = 2;", "int c = 4; }");
      shop.commit("Layout", "ann", MONDAY.plusSeconds(180));
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> samples() {
    Path module = Path.of("").toAbsolutePath();
    Path home = module.endsWith("search-api") ? module.getParent() : module;
    try (Stream<Path> files = Files.walk(home.resolve("sample-logs"))) {
      List<Path> found =
          files.filter(file -> file.toString().endsWith(".bundle")).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
