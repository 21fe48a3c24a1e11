// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packs of a few kilobytes whose objects are made of others without measure. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeltaBombTest {
  private static final int CHUNK = 8 << 20;
  private static final String TIP = "ab".repeat(20);
  private static final String BASE = "b0".repeat(20);
  private static final String MIDDLE = "b1".repeat(20);

  @TempDir Path folder;
  private GitFixture git;

  @BeforeEach
  void makeARepository() throws IOException {
    git = GitFixture.in(Files.createDirectories(folder.resolve("shop.git")));
    git.file("src/Cart.java", "class Cart {", "}")
        .commit("Start", "ann", Instant.parse("2026-03-02T10:00:00Z"));
  }

  @Test
  void aFileOfGigabytesIsNamedOnly() throws IOException {
    new PackOf()
        .whole(BASE, Constants.OBJ_BLOB, new byte[CHUNK])
        .delta(TIP, BASE, PackOf.copies(CHUNK, CHUNK, 240))
        .into(git.folder());
    file();
    assertThat(everything()).contains("bomb.bin").contains("larger than 2 MiB");
  }

  @Test
  void aSmallFileThatIsMadeOfGigabytesIsSaid() throws IOException {
    new PackOf()
        .whole(BASE, Constants.OBJ_BLOB, new byte[CHUNK])
        .delta(MIDDLE, BASE, PackOf.copies(CHUNK, CHUNK, 240))
        .delta(TIP, MIDDLE, PackOf.copies(CHUNK * 240L, 100, 1))
        .into(git.folder());
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("shop.git")
        .hasMessageContaining("unfolds through more than 256 MiB");
  }

  @Test
  void aChainOfManyLargeStepsIsSaid() throws IOException {
    chain(Constants.OBJ_BLOB, new byte[1 << 20], 4_000);
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("unfolds through more than 1024 MiB");
  }

  @Test
  void aChainOfVeryManyStepsIsSaid() throws IOException {
    chain(Constants.OBJ_BLOB, new byte[100], 6_000);
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("more than 4095 deltas");
  }

  @Test
  void aChainOfManySmallStepsIsRead() throws IOException {
    chain(Constants.OBJ_BLOB, "read me\n".getBytes(StandardCharsets.UTF_8), 4_000);
    file();
    assertThat(everything()).contains("read me");
  }

  @Test
  void aDeltaOfItselfIsSaid() throws IOException {
    new PackOf().delta(TIP, TIP, PackOf.copies(100, 100, 1)).into(git.folder());
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("more than 4095 deltas");
  }

  @Test
  void deltasOfOneAnotherAreSaid() throws IOException {
    new PackOf()
        .delta(TIP, MIDDLE, PackOf.copies(100, 100, 1))
        .delta(MIDDLE, TIP, PackOf.copies(100, 100, 1))
        .into(git.folder());
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("more than 4095 deltas");
  }

  @Test
  void aFolderOfGigabytesIsSaid() throws IOException {
    new PackOf()
        .whole(BASE, Constants.OBJ_TREE, new byte[CHUNK])
        .delta(TIP, BASE, PackOf.copies(CHUNK, CHUNK, 240))
        .into(git.folder());
    point(ObjectId.fromString(TIP));
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("unfolds through more than 256 MiB");
  }

  @Test
  void aCommitOfGigabytesIsSaid() throws IOException {
    new PackOf()
        .whole(BASE, Constants.OBJ_COMMIT, new byte[CHUNK])
        .delta(TIP, BASE, PackOf.copies(CHUNK, CHUNK, 240))
        .into(git.folder());
    Files.writeString(git.folder().resolve("refs/heads/main"), TIP + "\n");
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("unfolds through more than 256 MiB");
  }

  @Test
  void aBombInAFolderThatIsBorrowedFromIsSaid() throws IOException {
    new PackOf()
        .delta(TIP, TIP, PackOf.copies(100, 100, 1))
        .into(Files.createDirectories(folder.resolve("shop.git").resolve("other")));
    Path info = Files.createDirectories(git.folder().resolve("objects").resolve("info"));
    Files.writeString(info.resolve("alternates"), "../other/objects\n");
    file();
    assertThatThrownBy(this::everything)
        .isInstanceOf(GitException.class)
        .hasMessageContaining("more than 4095 deltas");
  }

  private String everything() {
    return Interrogation.of(git.folder(), folder.resolve("cache"));
  }

  private void chain(int type, byte[] content, int steps) throws IOException {
    PackOf pack = new PackOf().whole(BASE, type, content);
    String base = BASE;
    for (int step = 1; step <= steps; step++) {
      String next = step == steps ? TIP : "c0%038x".formatted(step);
      pack.delta(next, base, PackOf.copies(content.length, content.length, 1));
      base = next;
    }
    pack.into(git.folder());
  }

  /** Commits a file that is {@link #TIP}. */
  private void file() throws IOException {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      TreeFormatter tree = new TreeFormatter();
      tree.append("bomb.bin", FileMode.REGULAR_FILE, ObjectId.fromString(TIP));
      ObjectId id = inserter.insert(tree);
      inserter.flush();
      point(id);
    }
  }

  private void point(ObjectId tree) throws IOException {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree);
      commit.setParentId(repository.resolve(Constants.HEAD));
      commit.setMessage("Bomb");
      commit.setAuthor(new PersonIdent("eve", "e"));
      commit.setCommitter(new PersonIdent("eve", "e"));
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate ref = repository.updateRef("refs/heads/main");
      ref.setNewObjectId(id);
      ref.forceUpdate();
    }
  }

  private Repository repository() throws IOException {
    return new RepositoryBuilder().setGitDir(git.folder().toFile()).setBare().build();
  }
}
