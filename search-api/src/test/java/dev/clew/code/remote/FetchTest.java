// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.code.CommitRange;
import dev.clew.code.GitException;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories on a server of this machine, fetched with the protocol that hosts speak. */
class FetchTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;
  private String first;
  private Fetcher fetcher;

  @BeforeEach
  void create() throws IOException {
    git = GitFixture.in(Files.createDirectory(temp.resolve("shop.git")));
    first = git.file("src/Cart.java", "class Cart {}").commit("Start", "ann", MONDAY);
    fetcher = new Fetcher(temp.resolve("cache"));
  }

  @Test
  void nothingIsFetchedUnlessItsHostIsAllowed() throws IOException {
    try (GitHttpServer server = GitHttpServer.of(git.folder())) {
      assertThatThrownBy(() -> fetcher.open(server.origin() + "/shop.git", "git.example.org"))
          .isInstanceOf(GitException.class)
          .hasMessage(
              server.origin()
                  + "/shop.git is not fetched: nothing is, unless its host is allowed; add --allow-fetch "
                  + server.origin());
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aPlaceIsMirroredWithItsTagsAndReadLikeAnyOther() throws IOException {
    git.tag("v1.0", first);
    try (GitHttpServer server = GitHttpServer.of(git.folder());
        GitRepository opened = fetcher.open(server.origin() + "/shop.git", server.origin())) {
      assertThat(opened.head()).contains(first);
      assertThat(opened.resolve("v1.0")).contains(first);
      assertThat(opened.workTree()).isEmpty();
      assertThat(opened.source("src/Cart.java", first)).isPresent();
    }
    assertThat(fetcher.notes).singleElement().asString().contains("fetched http://127.0.0.1");
  }

  @Test
  void theSecondTimeOnlyWhatIsNewIsFetched() throws IOException {
    for (int i = 0; i < 200; i++) {
      git.file("src/F" + i + ".java", "class F" + i + " { // " + "x".repeat(i) + "}");
    }
    git.commit("Many", "ann", MONDAY.plusSeconds(1));
    try (GitHttpServer server = GitHttpServer.of(git.folder())) {
      fetcher.open(server.origin() + "/shop.git", server.origin()).close();
      String second = git.file("a", "b").commit("More", "bob", MONDAY.plusSeconds(60));
      fetcher.now = fetcher.now.plus(Duration.ofHours(3));
      try (GitRepository opened = fetcher.open(server.origin() + "/shop.git", server.origin())) {
        assertThat(opened.head()).contains(second);
        assertThat(opened.commits(CommitRange.upTo(second, 9))).hasSize(3);
      }
    }
    assertThat(fetcher.notes.getLast()).contains("last fetched 3 h ago");
    assertThat(bytes(fetcher.notes.getLast())).isLessThan(bytes(fetcher.notes.getFirst()) / 4);
  }

  @Test
  void whatIsGoneOnTheServerIsGoneInTheMirror() throws IOException {
    git.tag("v1.0", first);
    try (GitHttpServer server = GitHttpServer.of(git.folder())) {
      fetcher.open(server.origin() + "/shop.git", server.origin()).close();
      Files.delete(git.folder().resolve("refs/tags/v1.0"));
      try (GitRepository opened = fetcher.open(server.origin() + "/shop.git", server.origin())) {
        assertThat(opened.resolve("v1.0")).isEmpty();
      }
    }
  }

  @Test
  void anOlderMirrorIsUsedAndSaidWhereTheServerIsGone() throws IOException {
    String place;
    String origin;
    try (GitHttpServer server = GitHttpServer.of(git.folder())) {
      origin = server.origin();
      place = origin + "/shop.git";
      fetcher.open(place, origin).close();
    }
    fetcher.now = fetcher.now.plus(Duration.ofDays(3));
    try (GitRepository opened = fetcher.open(place, origin)) {
      assertThat(opened.head()).contains(first);
    }
    assertThat(fetcher.notes.getLast()).contains("was not fetched").contains("3 days ago");
    try (GitRepository opened = fetcher.open(place)) {
      assertThat(opened.head()).contains(first);
    }
    assertThat(fetcher.notes.getLast()).contains("--allow-fetch").contains("3 days ago");
  }

  @Test
  void aTokenOfTheEnvironmentIsSentAndStoredNowhere() throws IOException {
    try (GitHttpServer server = GitHttpServer.of(git.folder(), "ann", "hunter2")) {
      assertThatThrownBy(() -> fetcher.open(server.origin() + "/shop.git", server.origin()))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("CLEW_GIT_TOKEN_127_0_0_1");
      fetcher.environment.put("CLEW_GIT_TOKEN_127_0_0_1", "ann:hunter3");
      assertThatThrownBy(() -> fetcher.open(server.origin() + "/shop.git", server.origin()))
          .isInstanceOf(GitException.class)
          .hasMessageNotContaining("hunter3");
      fetcher.environment.put("CLEW_GIT_TOKEN_127_0_0_1", "ann:hunter2");
      try (GitRepository opened = fetcher.open(server.origin() + "/shop.git", server.origin())) {
        assertThat(opened.head()).contains(first);
      }
    }
    assertThat(fetcher.notes.toString()).doesNotContain("hunter");
    try (Stream<Path> all = Files.walk(temp.resolve("cache"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("hunter");
      }
    }
  }

  @Test
  void theMirrorHoldsTheAddressForLinksAndNothingOfTheServersChoice() throws IOException {
    try (GitHttpServer server = GitHttpServer.of(git.folder());
        GitRepository opened = fetcher.open(server.origin() + "/shop.git", server.origin())) {
      String config = Files.readString(opened.path().resolve("config"));
      assertThat(config).contains("url = " + server.origin() + "/shop.git").contains("bare = true");
      assertThat(opened.path()).startsWith(temp.resolve("cache"));
      assertThat(opened.path().resolve("hooks"))
          .satisfiesAnyOf(
              hooks -> assertThat(hooks).doesNotExist(),
              hooks -> assertThat(hooks).isEmptyDirectory());
    }
  }

  private static long bytes(String note) {
    return Long.parseLong(note.replaceAll(".* changed, ([\\d,]+) bytes.*", "$1").replace(",", ""));
  }
}
