// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.app.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs that a disk or a copy has damaged. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedPackTest {
  private static final String COMMIT = "c1".repeat(20);
  private static final String TREE = "d1".repeat(20);

  @TempDir Path folder;
  private Path git;
  private Path pack;

  @BeforeEach
  void packOneCommit() throws IOException {
    git = GitFixture.in(Files.createDirectories(folder.resolve("shop.git"))).folder();
    String commit =
        "tree %s\nauthor ann <a> 1772445600 +0000\ncommitter ann <a> 1772445600 +0000\n\nStart it\n"
            .formatted(TREE);
    pack =
        new PackOf()
            .whole(COMMIT, Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8))
            .whole(TREE, Constants.OBJ_TREE, new byte[0])
            .into(git);
    Files.writeString(git.resolve("refs/heads/main"), COMMIT + "\n");
  }

  @Test
  void anUndamagedOneIsRead() {
    assertThat(everything()).contains("Start it");
    assertThat(Shown.suspects(git, "it started badly")).contains("Start it");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 12, 13, 40, 100})
  void aTruncatedPackIsSaid(int length) throws IOException {
    Files.write(pack, Arrays.copyOf(Files.readAllBytes(pack), length));
    isSaid();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 11, 12, 14, 20, 60})
  void aFlippedByteInThePackIsSaid(int at) throws IOException {
    flip(pack, at);
    isSaid();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_023, 1_030})
  void aFlippedByteInTheIndexIsSaid(int at) throws IOException {
    flip(index(), at);
    isSaid();
  }

  @Test
  void aTruncatedIndexIsSaid() throws IOException {
    Files.write(index(), Arrays.copyOf(Files.readAllBytes(index()), 500));
    isSaid();
  }

  private void isSaid() {
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("shop.git")
        .hasMessageContaining("git fsck");
    assertThat(Shown.suspects(git, "it started badly"))
        .contains("shop.git")
        .contains("git fsck")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  private String everything() {
    return Interrogation.of(git, folder.resolve("cache"));
  }

  private Path index() {
    return pack.resolveSibling(String.valueOf(pack.getFileName()).replace(".pack", ".idx"));
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 0x55;
    Files.write(file, bytes);
  }
}
