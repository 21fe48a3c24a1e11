// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.code.link.Editor;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLinksTest {
  @TempDir private Path temp;

  @Test
  void opensAWorkTreeWhereHeadHasTheLine() {
    GitFixture git = GitFixture.in(temp.resolve(".git"));
    String then = git.file("a/Pay.java", "one", "two", "three").commit("1", "ann", Instant.EPOCH);
    git.file("a/Pay.java", "zero", "one", "two").commit("2", "ann", Instant.EPOCH.plusSeconds(9));
    git.configured("core", "bare", "false");
    try (GitRepository repository = GitRepository.open(temp).withEditor(Editor.VSCODE)) {
      assertThat(FrameLinks.of(repository, "a/Pay.java", then, 2).editor())
          .endsWith("/a/Pay.java:3")
          .startsWith("vscode://file/");
      assertThat(FrameLinks.of(repository, "a/Pay.java", then, 3).editor()).isNull();
    }
    try (GitRepository repository = GitRepository.open(temp)) {
      assertThat(FrameLinks.of(repository, "a/Pay.java", then, 2)).isEqualTo(FrameLinks.none());
    }
  }

  @Test
  void opensNothingOfABareRepository() {
    GitFixture git = GitFixture.in(temp);
    String at = git.file("Pay.java", "one").commit("1", "ann", Instant.EPOCH);
    try (GitRepository repository = git.open().withEditor(Editor.IDEA)) {
      assertThat(FrameLinks.of(repository, "Pay.java", at, 1).editor()).isNull();
    }
  }
}
