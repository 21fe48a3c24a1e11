// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.samples.SampleEvents.Said;
import dev.clew.samples.SampleStatements.Printed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each event of the shops' own code was printed by a statement of the commit that ran. */
class SampleStatementsTest {

  private static final Path CHECKED_IN = Path.of("..", "sample-logs");
  private static final Pattern OWN =
      Pattern.compile("com\\.acme\\..*|rail_pricing\\..*|.*\\.go:.*|");

  @Test
  void knowTheStatementOfEveryEvent(@TempDir Path scratch) throws Exception {
    Map<String, TreeSet<String>> endings = new TreeMap<>();
    for (Scenario scenario : SampleLogs.scenarios()) {
      Path folder = CHECKED_IN.resolve(scenario.name());
      try (DeployedSources sources =
          new DeployedSources(folder, scratch.resolve(scenario.name()))) {
        SampleStatements statements = new SampleStatements(sources);
        for (Said said : SampleEvents.of(folder)) {
          Optional<Printed> printed = statements.of(said);
          assertThat(printed.isPresent() || !OWN.matcher(said.place()).matches())
              .as("%s", said)
              .isTrue();
          printed.ifPresent(
              where -> {
                endings
                    .computeIfAbsent(scenario.name(), name -> new TreeSet<>())
                    .add(where.path().substring(where.path().lastIndexOf('.') + 1));
                assertThat(sources.at(said.service(), said.time()).get(where.path()))
                    .satisfies(
                        lines ->
                            assertThat(lines.get(where.line() - 1)).containsPattern("[lL]og\\b"));
              });
        }
      }
    }
    assertThat(endings.get("lost-surcharge")).containsExactly("go", "java", "py", "ts");
    assertThat(endings.get("checkout-timeout")).containsExactly("go", "java");
  }
}
