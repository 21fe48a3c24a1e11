// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Deploy;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.code.PackOf;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server over a repository that someone made to do harm answers, and goes on answering. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileRouteTest {
  private static final String PATH = "Gateway.java";
  private static final String COMMIT = "c1".repeat(20);
  private static final String TREE = "d1".repeat(20);
  private static final String BLOB = "e1".repeat(20);

  @TempDir private Path folder;
  private Path git;
  private Path pack;

  @BeforeEach
  void packADeltaOfItself() throws IOException {
    git = GitFixture.in(Files.createDirectories(folder.resolve("pay.git"))).folder();
    String commit =
        "tree %s\nauthor ann <a> 1772445600 +0000\ncommitter ann <a> 1772445600 +0000\n\nStart it\n"
            .formatted(TREE);
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.write(("100644 " + PATH + "\0").getBytes(StandardCharsets.UTF_8));
    tree.write(HexFormat.of().parseHex(BLOB));
    pack =
        new PackOf()
            .whole(COMMIT, Constants.OBJ_COMMIT, commit.getBytes(StandardCharsets.UTF_8))
            .whole(TREE, Constants.OBJ_TREE, tree.toByteArray())
            .delta(BLOB, BLOB, PackOf.copies(100, 100, 1))
            .into(git);
    Files.writeString(git.resolve("refs/heads/main"), COMMIT + "\n");
  }

  @Test
  void aDeltaOfItselfIsNamed() {
    isNamed("more than 4095 deltas", "repository-unreadable");
  }

  @Test
  void aDamagedPackIsNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(pack);
    bytes[20] ^= 0x55;
    Files.write(pack, bytes);
    isNamed("damaged pack", "unknown-source");
  }

  private void isNamed(String what, String problem) {
    try (GitRepository repository = GitRepository.open(git);
        Served served = served(repository, COMMIT)) {
      String event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
      String suspects = served.get("/api/suspects", "event", event).toString();
      assertThat(suspects).contains(what).doesNotContain("\\tat ", "Exception:");
      String source =
          served.ask("GET", "/api/source?commit=%s&path=%s&line=1".formatted(COMMIT, PATH)).body();
      assertThat(source).contains(problem).doesNotContain("\\tat ", "Exception:");
      assertThat(served.get("/api/status").isObject()).isTrue();
    }
  }

  private static Served served(GitRepository repository, String commit) {
    Logs logs = new Logs().into("pay.log");
    StackFrame frame = new StackFrame("com.acme.Gateway", "charge", "Gateway.java", 1);
    for (int second = 0; second < 7_200; second += 60) {
      logs.add(second, "charged order " + second, event -> event.service("pay").severity("INFO"));
      if (second > 3_600) {
        logs.add(
            second,
            "charge of order " + second + " failed",
            event ->
                event
                    .service("pay")
                    .severity("ERROR")
                    .exception(new StackTrace("TimeoutError", "late", List.of(frame), null)));
      }
    }
    return Served.with(
        logs.events(),
        Map.of("pay", repository),
        List.of(new Deploy(Logs.START.plusSeconds(3_600), "pay", "2", commit, "bob")));
  }
}
