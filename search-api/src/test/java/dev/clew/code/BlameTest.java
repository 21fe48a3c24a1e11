// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String[] CHARGE = {
    "  void charge(Order order) {",
    "    int timeout = settings.timeoutOf(order.customer());",
    "    gateway.send(order, timeout);",
    "  }"
  };

  @TempDir private Path temp;
  private GitFixture git;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp.resolve("repo.git"));
  }

  @Test
  void passesOverTheCommitsThatTheRepositoryAsksToIgnore() {
    String first = git.file("Pay.java", pay("charge(order);")).commit("one", "ann", NOON);
    String format =
        git.file("Pay.java", pay("charge( order ) ;"))
            .commit("format", "bot", NOON.plusSeconds(60));
    String renamed =
        git.file("Pay.java", pay("this.charge(order);"))
            .commit("prefix all", "bot", NOON.plusSeconds(120));
    String at =
        git.file(".git-blame-ignore-revs", "# looks only", renamed + " # all of it", "nonsense")
            .commit("ignore it", "ann", NOON.plusSeconds(180));
    try (GitRepository repository = git.open()) {
      assertThat(repository.ignoredRevisions(at)).containsExactly(renamed);
      assertThat(repository.blame("Pay.java", 3, at).orElseThrow().commit().id()).isEqualTo(first);
      assertThat(repository.blame("Pay.java", 3, renamed).orElseThrow().commit().id())
          .isEqualTo(renamed);
      assertThat(format).isNotEqualTo(first);
    }
  }

  @Test
  void readsTheConfiguredListInsideTheTreeOnly() {
    String first = git.file("a.txt", "one").commit("one", "ann", NOON);
    String at = git.file("dev/ignored", first).commit("list", "ann", NOON.plusSeconds(60));
    git.configured("blame", "ignoreRevsFile", "dev/../dev/ignored");
    try (GitRepository repository = git.open()) {
      assertThat(repository.ignoredRevisions(at)).containsExactly(first);
    }
    for (String outside : List.of("../../etc/passwd", "/etc/passwd", "")) {
      git.configured("blame", "ignoreRevsFile", outside);
      try (GitRepository repository = git.open()) {
        assertThat(repository.ignoredRevisions(at)).isEmpty();
      }
    }
  }

  @Test
  void followsABlockThatMovedToAnotherFile() {
    String written = git.file("Pay.java", around("Pay", CHARGE)).commit("charge", "ann", NOON);
    String moved =
        git.file("Pay.java", around("Pay"))
            .file("Gateway.java", around("Gateway", CHARGE))
            .commit("split", "bob", NOON.plusSeconds(60));
    try (GitRepository repository = git.open()) {
      List<BlameLine> lines = repository.origins("Gateway.java", 1, 6, moved);
      assertThat(lines)
          .extracting(line -> line.commit().id())
          .containsExactly(moved, written, written, written, written, moved);
      assertThat(lines.get(1).path()).isEqualTo("Pay.java");
      assertThat(lines.get(1).origin()).isEqualTo(2);
      assertThat(lines.get(1).line()).isEqualTo(2);
    }
  }

  @Test
  void followsABlockThatMovedWithinItsFile() {
    String[] others = {"  int a() { return first + second + third; }", "  int b() { return 2; }"};
    String written =
        git.file("Pay.java", around("Pay", join(CHARGE, others))).commit("one", "ann", NOON);
    String moved =
        git.file("Pay.java", around("Pay", join(others, CHARGE)))
            .commit("sort", "bob", NOON.plusSeconds(60));
    try (GitRepository repository = git.open()) {
      assertThat(repository.origins("Pay.java", 1, 8, moved))
          .extracting(line -> line.commit().id())
          .containsOnly(written);
    }
  }

  @Test
  void takesAFewSignsForNoMove() {
    git.file("a.java", "class A {", "  int x;", "}").commit("one", "ann", NOON);
    String second =
        git.file("a.java", "class A {", "}")
            .file("b.java", "  int x;")
            .commit("two", "bob", NOON.plusSeconds(60));
    try (GitRepository repository = git.open()) {
      assertThat(repository.origins("b.java", 1, 1, second).getFirst().commit().id())
          .isEqualTo(second);
    }
  }

  private static String[] pay(String call) {
    return new String[] {"class Pay {", "  void pay() {", "    " + call, "  }", "}"};
  }

  private static String[] around(String name, String... body) {
    return join(join(new String[] {"class " + name + " {"}, body), new String[] {"}"});
  }

  private static String[] join(String[] one, String[] other) {
    return java.util.stream.Stream.of(one, other)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }
}
