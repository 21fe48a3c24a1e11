// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitRepository;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Printed;
import dev.clew.code.statement.Statements;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message that the shop's code printed finds the statement that printed it. */
class SampleStatementsTest {

  @Test
  void everyMessageOfTheShopFindsItsStatement(@TempDir Path scratch) throws Exception {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Scenario scenario : SampleLogs.scenarios()) {
      Path folder = SampleTruthTest.CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources = new DeployedSources(folder, scratch.resolve(scenario.name()));
          GitRepository repository = GitRepository.open(folder.resolve("repo.bundle"))) {
        Statements statements = new Statements(repository);
        asked += java(folder, sources, statements, wrong);
        asked += go(folder, sources, statements, wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(50);
  }

  /** The logger names the file; the statement is one of its level whose text is the message's. */
  private static int java(
      Path folder, DeployedSources sources, Statements statements, List<String> wrong)
      throws Exception {
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, List<SampleTruthTest.Said>> service :
        SampleTruthTest.java(folder).entrySet()) {
      for (SampleTruthTest.Said said : service.getValue()) {
        String commit = sources.commit(service.getKey(), said.time());
        if (!said.logger().startsWith("com.acme.")
            || !seen.add(commit + said.logger() + said.level() + masked(said.message()))) {
          continue;
        }
        List<Match> found =
            statements.find(new Printed(said.message(), said.level(), said.logger()), commit, 1);
        String file = said.logger().replace('.', '/') + ".java";
        if (found.isEmpty()
            || !found.getFirst().statement().path().endsWith(file)
            || !prints(found.getFirst(), said, sources.at(service.getKey(), said.time()))) {
          wrong.add(said.logger() + ": " + said.message() + " → " + found);
        }
      }
    }
    return seen.size();
  }

  private static boolean prints(
      Match match, SampleTruthTest.Said said, Map<String, List<String>> files) {
    List<String> lines =
        files
            .get(match.statement().path())
            .subList(match.statement().said().first() - 1, match.statement().said().last());
    return SampleTruthTest.statements(said.level(), lines).stream()
        .anyMatch(statement -> statement.matcher(said.message()).matches());
  }

  /** The line of the log names file and line. */
  private static int go(
      Path folder, DeployedSources sources, Statements statements, List<String> wrong)
      throws Exception {
    Set<String> seen = new HashSet<>();
    for (String line :
        SampleTruthTest.text(folder.resolve("logs/inventory/inventory.log.gz")).lines().toList()) {
      Matcher matcher = SampleTruthTest.INVENTORY.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      Instant time = Instant.parse(matcher.group(1)).plusMillis(4);
      String commit = sources.commit("inventory", time);
      String message = matcher.group(5).replace("\"", "");
      String truth = "inventory/" + matcher.group(3) + ":" + matcher.group(4);
      if (seen.add(commit + message + matcher.group(2) + truth)) {
        List<Match> found = statements.find(new Printed(message, matcher.group(2), ""), commit, 1);
        boolean right =
            !found.isEmpty()
                && (found.getFirst().statement().path()
                        + ":"
                        + found.getFirst().statement().said().first())
                    .equals(truth);
        if (!right) {
          wrong.add(truth + " " + message + " → " + found);
        }
      }
    }
    return seen.size();
  }

  private static String masked(String message) {
    return message.replaceAll("\\w*\\d\\w*", "#");
  }
}
