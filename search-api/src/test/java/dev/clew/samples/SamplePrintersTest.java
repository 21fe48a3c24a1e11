// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitRepository;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Statements;
import dev.clew.samples.SampleEvents.Said;
import dev.clew.samples.SampleStatements.Printed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message that the shops' code printed, in all their languages, finds its statement. */
class SamplePrintersTest {
  private static final Path CHECKED_IN = Path.of("..", "sample-logs");

  @Test
  void everyMessageFindsTheStatementThatPrintedIt(@TempDir Path scratch) throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    for (Scenario scenario : SampleLogs.scenarios()) {
      Path folder = CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources = new DeployedSources(folder, scratch.resolve(scenario.name()));
          GitRepository repository = GitRepository.open(folder.resolve("repo.bundle"))) {
        SampleStatements truth = new SampleStatements(sources);
        Statements statements = new Statements(repository);
        for (Said said : SampleEvents.of(folder)) {
          Optional<Printed> printed = truth.of(said);
          if (printed.isPresent() && asked.add(printed.get() + masked(said.message()))) {
            check(said, printed.get(), statements, wrong);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).hasSizeGreaterThan(50);
  }

  private static void check(Said said, Printed truth, Statements statements, List<String> wrong) {
    List<Match> found =
        statements.find(
            new dev.clew.code.statement.Printed(said.message(), said.level(), said.place()),
            truth.commit(),
            1);
    boolean right =
        !found.isEmpty()
            && found.getFirst().statement().path().equals(truth.path())
            && found.getFirst().statement().said().first() <= truth.line()
            && truth.line() <= found.getFirst().statement().said().last();
    if (!right) {
      wrong.add(truth + " printed " + said.message() + ", found " + found);
    }
  }

  private static String masked(String message) {
    return message.replaceAll("\\w*\\d\\w*", "#");
  }
}
