// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.suspect.clue.Clues;
import dev.clew.suspect.clue.Weighed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/suspects.md tells the clues and the weights that are at work. */
class SuspectsPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([\\w-]+)` \\| .* \\| ([\\d.]+) \\|$");

  /** Clues that say nothing where there are no logs and no deploys. */
  private static final Set<String> SILENT =
      Set.of("deployed", "settled", "long-ago", "owner", "change-time", "setting", "restart");

  @Test
  void showsEachClueWithItsWeight() throws IOException {
    Map<String, Double> shown = new TreeMap<>();
    Matcher rows = ROW.matcher(Files.readString(Cli.home().resolve("docs/suspects.md")));
    while (rows.find()) {
      shown.put(rows.group(1), Double.valueOf(rows.group(2)));
    }
    Map<String, Double> atWork =
        Clues.ofTrace().stream()
            .filter(clue -> !SILENT.contains(clue.name()))
            .collect(Collectors.toMap(Weighed::name, Weighed::weight));
    assertThat(shown).containsExactlyInAnyOrderEntriesOf(atWork);
  }

  @Test
  void leavesOutOnlyCluesThatAreThere() {
    Set<String> names =
        Clues.ofTrace().stream().map(Weighed::name).collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).containsAll(SILENT);
  }
}
