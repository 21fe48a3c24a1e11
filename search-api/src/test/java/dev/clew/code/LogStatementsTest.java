// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogStatementsTest {
  @TempDir private Path temp;

  @Test
  void findsTheStatementWhoseFixedWordsFit() {
    GitFixture git = GitFixture.in(temp);
    String head =
        git.file(
                "src/Gateway.java",
                "class Gateway {",
                "  void a() { log.warn(\"charge failed\"); }",
                "  void b() {",
                "    log.warn(\"charge failed for order {} after {} ms\", order, ms);",
                "  }",
                "}")
            .file("src/GatewayTest.java", "String s = \"charge failed for order 7 after 12 ms\";")
            .file(
                "app.py",
                "# charge failed for order 7 after 12 ms",
                "logger.info(f\"shipped parcel {parcel} to {town}\")")
            .commit("one", "ann", Instant.EPOCH);
    try (GitRepository repository = git.open()) {
      LogStatements statements = new LogStatements(repository);
      assertThat(statements.find("charge failed for order 7 after 12 ms", head, path -> true))
          .get()
          .satisfies(
              found ->
                  assertThat(found.path() + ":" + found.line()).isEqualTo("src/Gateway.java:4"));
      assertThat(statements.find("shipped parcel 12 to Ulm", head, path -> true))
          .get()
          .satisfies(found -> assertThat(found.path() + ":" + found.line()).isEqualTo("app.py:2"));
      assertThat(statements.find("something else entirely", head, path -> true)).isEmpty();
    }
  }

  @Test
  void countsOnlyFixedPartsInOrder() {
    assertThat(LogStatements.explained("took %d ms for %s", "took 12 ms for a")).isEqualTo(9);
    assertThat(LogStatements.explained("for {} took", "took 12 ms for a")).isZero();
    assertThat(LogStatements.explained("{}", "anything")).isZero();
  }
}
