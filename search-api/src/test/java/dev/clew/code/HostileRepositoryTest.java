// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.clew.app.Shown;
import dev.clew.code.history.HistoryIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Repositories that someone made to do harm. Each is asked everything that the program asks. None
 * may write outside the cache folder, start a process or take more than ten seconds; what cannot be
 * read is a {@link GitException} that says what to try.
 */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRepositoryTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path folder;
  private GitFixture git;
  private String first;

  @BeforeEach
  void makeARepository() throws IOException {
    git = GitFixture.in(Files.createDirectories(folder.resolve("work").resolve("shop.git")));
    first = git.file("src/Cart.java", "class Cart {", "}").commit("Start", "ann", MONDAY);
    git.file("src/Cart.java", "class Cart {", "int a;", "}");
    git.commit("Count", "bob", MONDAY.plusSeconds(60));
  }

  interface Attack {
    void on(HostileRepositoryTest test) throws IOException;
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        with("fsmonitor", test -> test.config("[core]\n fsmonitor = " + test.run())),
        with("fsmonitor in capitals", test -> test.config("[CORE]\n FSMonitor = " + test.run())),
        with("ssh command", test -> test.config("[core]\n sshCommand = " + test.run())),
        with("hooks path", test -> test.config("[core]\n hooksPath = " + test.folder + "/hooks")),
        with("pager", test -> test.config("[core]\n pager = " + test.run())),
        with(
            "url rewriting",
            test ->
                test.config("[url \"ext::sh -c id\"]\n insteadOf = https://\n pushInsteadOf = a")),
        with(
            "filters",
            test ->
                test.config(
                    "[filter \"x\"]\n clean = %1$s\n smudge = %1$s\n process = %1$s\n[diff \"x\"]\n textconv = %1$s\n command = %1$s"
                        .formatted(test.run()))),
        with("work tree elsewhere", test -> test.config("[core]\n bare = false\n worktree = /etc")),
        with("hooks", HostileRepositoryTest::hooks),
        with(
            "alternates outside",
            test -> test.write("objects/info/alternates", "/etc\n../../../../etc\n/dev\n")),
        with(
            "cyclic alternates",
            test -> test.write("objects/info/alternates", test.git.folder() + "/objects\n")),
        with("grafts", test -> test.write("info/grafts", test.first + " " + test.first + "\n")),
        with(
            "replacement",
            test -> test.write("refs/replace/" + test.first, "0".repeat(39) + "1\n")),
        with("dangling refs", test -> test.write("refs/heads/gone", "1".repeat(40) + "\n")),
        with("a ref loop", HostileRepositoryTest::refLoop),
        with("very many refs", HostileRepositoryTest::manyRefs),
        with("a broken index file", test -> test.write("index", "DIRC\0\0\0\2\377\377\377\377")),
        with("files that look like commands", HostileRepositoryTest::commandFiles));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void isReadLikeAnyOther(String name, Attack attack) throws IOException {
    attack.on(this);
    List<String> before = listing();
    long children = ProcessHandle.current().descendants().count();
    assertThat(everything(git.folder())).contains("Count").contains("Start");
    assertThat(listing()).as("files").isEqualTo(before);
    assertThat(ProcessHandle.current().descendants().count()).isEqualTo(children);
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        with("includes", test -> test.config("[include]\n path = /etc/passwd")),
        with("endless includes", test -> test.config("[InClude]\n path = /dev/zero")),
        with(
            "conditional includes",
            test -> test.config("[includeIf \"gitdir:**\"]\n path = ../../x")),
        with("shared folder elsewhere", test -> test.write("commondir", "../../other\n")),
        with("endless HEAD", test -> test.link("HEAD", Path.of("/dev/zero"))),
        with("endless config", test -> test.link("config", Path.of("/dev/zero"))),
        with("endless ref", test -> test.link("refs/heads/zero", Path.of("/dev/zero"))),
        with("endless pack", test -> test.link("objects/pack/pack-1.idx", Path.of("/dev/zero"))),
        with(
            "huge alternates",
            test -> test.write("objects/info/alternates", "/x\n".repeat(99_999))),
        with("huge config", test -> test.config("# " + "x".repeat(2 << 20))),
        with("a broken config", test -> test.config("[core\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedWithAReason(String name, Attack attack) throws IOException {
    attack.on(this);
    List<String> before = listing();
    assertThatThrownBy(() -> everything(git.folder()))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("shop.git")
        .hasMessageNotContaining("root:");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aGitFileThatLeadsElsewhereIsRefused() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("work/tree"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + git.folder() + "\n");
    assertThatThrownBy(() -> everything(tree))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("does not lead back");
  }

  @Test
  void aLinkToAGitFolderElsewhereIsRefused() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("work/tree"));
    Files.createSymbolicLink(tree.resolve(".git"), git.folder());
    assertThatThrownBy(() -> everything(tree)).isInstanceOf(GitException.class);
  }

  @Test
  void aWorkTreeThatItsRepositoryKnowsIsRead() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("work/tree"));
    Path own = Files.createDirectories(git.folder().resolve("worktrees/tree"));
    Files.writeString(tree.resolve(".git"), "gitdir: " + own + "\n");
    Files.writeString(own.resolve("gitdir"), tree.resolve(".git") + "\n");
    Files.writeString(own.resolve("commondir"), "../..\n");
    Files.writeString(own.resolve("HEAD"), "ref: refs/heads/main\n");
    assertThat(everything(tree)).contains("Count");
  }

  @Test
  void pathsAndNamesWithControlCharactersAreReadAndPrintedSafely() throws IOException {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId blob =
          inserter.insert(Constants.OBJ_BLOB, "text\n".getBytes(StandardCharsets.UTF_8));
      ObjectId link =
          inserter.insert(Constants.OBJ_BLOB, "/etc/passwd".getBytes(StandardCharsets.UTF_8));
      TreeFormatter tree = new TreeFormatter();
      raw(tree, "..", FileMode.REGULAR_FILE, blob);
      raw(tree, ".git", FileMode.REGULAR_FILE, blob);
      raw(tree, ".gitmodules", FileMode.REGULAR_FILE, blob);
      raw(tree, "a\nb\u001b[31m.java", FileMode.REGULAR_FILE, blob);
      raw(tree, "link", FileMode.SYMLINK, link);
      raw(tree, "module", FileMode.GITLINK, ObjectId.fromString(first));
      point(
          repository,
          inserter,
          inserter.insert(tree),
          "Bad \u001b[2J\u202e names\u0007",
          "a\u202eb");
    }
    String said = everything(git.folder());
    assertThat(said).contains("names").contains("a\nb");
    assertThat(said).doesNotContain("root:");
    String printed = Shown.suspects(git.folder(), "names went bad");
    assertThat(printed).contains("names").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
  }

  @Test
  void aVeryDeepTreeIsSaid() throws IOException {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId inner = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
      FileMode mode = FileMode.REGULAR_FILE;
      for (int depth = 0; depth < 5_000; depth++) {
        TreeFormatter tree = new TreeFormatter();
        tree.append("d", mode, inner);
        inner = inserter.insert(tree);
        mode = FileMode.TREE;
      }
      point(repository, inserter, inner, "Deep", "eve");
    }
    List<String> before = listing();
    assertThatThrownBy(() -> everything(git.folder()))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("more than 2048 deep");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void timesOutsideOfAnyCalendarAreRead() throws IOException {
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId last = repository.resolve(Constants.HEAD);
      for (String time :
          List.of("0 +0000", "-1 +0000", "253402300799 +0000", "99999999999999 +9999", "x", "")) {
        String commit =
            "tree %s\nparent %s\nauthor eve <e> %s\ncommitter eve <e> %s\n\nTime %s\n"
                .formatted(
                    inserter.insert(new TreeFormatter()).name(), last.name(), time, time, time);
        last = inserter.insert(Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8));
      }
      inserter.flush();
      move(repository, last);
    }
    assertThat(everything(git.folder())).contains("Time");
  }

  @Test
  void aFileThatClaimsToBeHugeIsNamedOnly() throws IOException {
    ObjectId claimed = ObjectId.fromString("ab".repeat(20));
    Path loose = git.folder().resolve("objects/ab/" + "ab".repeat(19));
    Files.createDirectories(loose.getParent());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write("blob 9999999999\0".getBytes(StandardCharsets.US_ASCII));
      deflate.write(new byte[4 << 20]);
    }
    Files.write(loose, out.toByteArray());
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      TreeFormatter tree = new TreeFormatter();
      tree.append("huge.bin", FileMode.REGULAR_FILE, claimed);
      point(repository, inserter, inserter.insert(tree), "Huge", "eve");
    }
    assertThat(everything(git.folder())).contains("huge.bin").contains("larger than 2 MiB");
  }

  @Test
  void aFolderThatClaimsToBeHugeIsSaid() throws IOException {
    Path loose = git.folder().resolve("objects/cd/" + "cd".repeat(19));
    Files.createDirectories(loose.getParent());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write("tree 9999999999\0".getBytes(StandardCharsets.US_ASCII));
    }
    Files.write(loose, out.toByteArray());
    try (Repository repository = repository();
        ObjectInserter inserter = repository.newObjectInserter()) {
      point(repository, inserter, ObjectId.fromString("cd".repeat(20)), "Huge", "eve");
    }
    assertThatThrownBy(() -> everything(git.folder()))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("git fsck");
  }

  static Stream<Arguments> bundles() {
    byte[] pack = {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1};
    byte[] claim = {(byte) 0x9f, -1, -1, -1, -1, 0x7f, 0x78, (byte) 0x9c};
    byte[] many = {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0x7f, -1, -1, -1};
    return Stream.of(
        arguments("no pack", new byte[0]),
        arguments("a truncated pack", pack),
        arguments("a commit of terabytes", concat(pack, claim)),
        arguments("two billion objects", many),
        arguments("no pack at all", "hello".getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bundles")
  void aBundleThatLiesIsSaid(String name, byte[] pack) throws IOException {
    String header = "# v2 git bundle\n" + first + " refs/heads/main\n\n";
    Path bundle = folder.resolve("work/lies.bundle");
    Files.write(bundle, concat(header.getBytes(StandardCharsets.US_ASCII), pack));
    assertThatThrownBy(() -> everything(bundle))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("lies.bundle");
  }

  @Test
  void aBundleWithoutEndInItsHeaderIsSaid() throws IOException {
    Path bundle = folder.resolve("work/lies.bundle");
    Files.writeString(bundle, "# v2 git bundle\n" + "x".repeat(4 << 20));
    assertThatThrownBy(() -> everything(bundle)).isInstanceOf(GitException.class);
  }

  @Test
  void aTruncatedPackIsSaid() throws IOException {
    Path bundle = git.bundle(folder.resolve("work/whole.bundle"));
    byte[] bytes = Files.readAllBytes(bundle);
    Path cut = folder.resolve("work/cut.bundle");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 30));
    assertThatThrownBy(() -> everything(cut))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("cut.bundle");
  }

  /** Asks a repository all that the program asks, and returns what it said. */
  private String everything(Path place) {
    StringBuilder said = new StringBuilder();
    try (GitRepository opened = GitRepository.open(place);
        HistoryIndex index =
            HistoryIndex.open(opened, folder.resolve("cache"), said::append).orElseThrow()) {
      opened.pages();
      String head = opened.head().orElseThrow();
      opened.resolve("v1.0");
      opened.resolve("no@{such}~9");
      index.update(List.of(), Duration.ofSeconds(5));
      for (Commit commit : opened.commits(CommitRange.upTo(head, 1_000))) {
        said.append(commit).append(opened.changedPaths(commit.id()));
        opened.diff(commit.id()).forEach(said::append);
      }
      for (String path : opened.paths(head).paths()) {
        said.append(path).append(opened.source(path, head)).append(opened.blame(path, head));
      }
    }
    return said.toString();
  }

  /** Everything but the cache: what is there, how large, and when it was written. */
  private List<String> listing() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("work"))) {
      for (Path path : all.sorted().toList()) {
        if (!Files.isSymbolicLink(path)) {
          found.add(path + " " + Files.getLastModifiedTime(path));
        }
      }
    }
    return found;
  }

  private static Arguments with(String name, Attack attack) {
    return arguments(name, attack);
  }

  /** A shell command that leaves a file behind when anyone runs it. */
  private String run() {
    return "touch " + folder + "/ran";
  }

  private void config(String text) throws IOException {
    Files.writeString(git.folder().resolve("config"), text + "\n", StandardOpenOption.APPEND);
  }

  private void write(String path, String text) throws IOException {
    Path file = git.folder().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  private void link(String path, Path target) throws IOException {
    Path file = git.folder().resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, target);
  }

  private void hooks() throws IOException {
    for (String hook : List.of("post-checkout", "pre-auto-gc", "reference-transaction")) {
      write("hooks/" + hook, "#!/bin/sh\n" + run() + "\n");
      assertThat(git.folder().resolve("hooks/" + hook).toFile().setExecutable(true)).isTrue();
    }
  }

  private void refLoop() throws IOException {
    write("refs/heads/a", "ref: refs/heads/b\n");
    write("refs/heads/b", "ref: refs/heads/a\n");
  }

  private void manyRefs() throws IOException {
    StringBuilder packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    for (int i = 0; i < 100_000; i++) {
      packed.append(first).append(" refs/tags/t%07d\n".formatted(i));
    }
    write("packed-refs", packed.toString());
  }

  private void commandFiles() {
    git.file(
        ".gitmodules", "[submodule \"x\"]", " path = x", " url = -u./run", " update = !" + run());
    git.file(".gitattributes", "* filter=x diff=x textconv=x");
    git.file(
        "big.bin",
        "version https://git-lfs.github.com/spec/v1",
        "oid sha256:" + "0".repeat(64),
        "size 99999999999");
    git.commit("Commands", "eve", MONDAY.plusSeconds(90));
  }

  private Repository repository() throws IOException {
    return new RepositoryBuilder().setGitDir(git.folder().toFile()).setBare().build();
  }

  /** Names that {@link TreeFormatter} takes as bytes without looking at them. */
  private static void raw(TreeFormatter tree, String name, FileMode mode, ObjectId id) {
    tree.append(name.getBytes(StandardCharsets.UTF_8), mode, id);
  }

  private static void point(
      Repository repository, ObjectInserter inserter, ObjectId tree, String message, String author)
      throws IOException {
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentId(repository.resolve(Constants.HEAD));
    commit.setMessage(message);
    commit.setAuthor(new PersonIdent(author, "e"));
    commit.setCommitter(new PersonIdent(author, "e"));
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    move(repository, id);
  }

  private static void move(Repository repository, ObjectId id) throws IOException {
    RefUpdate ref = repository.updateRef("refs/heads/main");
    ref.setNewObjectId(id);
    ref.forceUpdate();
  }

  private static byte[] concat(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      out.write(one);
      out.write(other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
