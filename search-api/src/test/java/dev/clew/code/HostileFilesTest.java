// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes in the place of files, whose reader would wait for ever, and very many refs. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
  @TempDir Path folder;
  private GitFixture git;
  private String first;

  @BeforeEach
  void makeARepository() throws IOException {
    git = GitFixture.in(Files.createDirectories(folder.resolve("shop.git")));
    first =
        git.file("src/Cart.java", "class Cart {}")
            .commit("Start", "ann", Instant.parse("2026-03-02T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD",
        "packed-refs",
        "config",
        "shallow",
        "objects/info/alternates",
        "objects/pack/pack-1.pack",
        "objects/pack/pack-1.idx",
        "borrowed/pack/pack-1.idx"
      })
  @DisabledOnOs(OS.WINDOWS)
  void aPipeInThePlaceOfAFileIsRefused(String path) throws Exception {
    Path place = git.folder().resolve(path);
    Files.createDirectories(place.getParent());
    Files.deleteIfExists(place);
    borrow();
    pipe(place);
    assertThatThrownBy(() -> GitRepository.open(git.folder()).close())
        .isInstanceOf(GitException.class)
        .hasMessageContaining("shop.git");
  }

  @Test
  void aPipeInThePlaceOfTheObjectsIsRefused() throws Exception {
    Path objects = git.folder().resolve("objects");
    Files.move(objects, folder.resolve("moved"));
    pipe(objects);
    assertThatThrownBy(() -> GitRepository.open(git.folder()).close())
        .isInstanceOf(GitException.class)
        .hasMessageContaining("objects is no folder");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPipeOrADeviceInThePlaceOfAnObjectIsSaid(boolean pipe) throws Exception {
    Path object =
        git.folder().resolve("objects/" + first.substring(0, 2) + "/" + first.substring(2));
    Files.delete(object);
    if (pipe) {
      pipe(object);
    } else {
      assumeTrue(Files.exists(Path.of("/dev/zero")));
      Files.createSymbolicLink(object, Path.of("/dev/zero"));
    }
    assertThatThrownBy(() -> Interrogation.of(git.folder(), folder.resolve("cache")))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("object " + first + " is a pipe or a device");
  }

  private void borrow() throws IOException {
    Path alternates = git.folder().resolve("objects/info/alternates");
    Files.createDirectories(alternates.getParent());
    if (!Files.exists(alternates)) {
      Files.writeString(alternates, "../borrowed\n");
    }
  }

  private static void pipe(Path place) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is there");
    Files.createDirectories(place.getParent());
    Files.deleteIfExists(place);
    assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor()).isZero();
  }

  @Test
  void aMillionRefsAreRead() throws IOException {
    try (BufferedWriter packed = Files.newBufferedWriter(git.folder().resolve("packed-refs"))) {
      packed.write("# pack-refs with: peeled fully-peeled sorted \n");
      for (int i = 0; i < 1_000_000; i++) {
        packed.write(first + " refs/tags/t%07d\n".formatted(i));
      }
    }
    try (GitRepository opened = GitRepository.open(git.folder())) {
      assertThat(opened.resolve("t0999999")).contains(first);
      assertThat(opened.whole(List.of(), 10)).containsExactly(first);
    }
  }
}
