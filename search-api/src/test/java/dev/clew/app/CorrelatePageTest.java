// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/correlate.md shows is what the commands print. */
class CorrelatePageTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```\\nclew ([^\\n]+)\\n```\\n```\\n(.*?)\\n```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void printsWhatThePageShowsOfTheSampleShop() throws IOException {
    String page = Files.readString(Cli.home().resolve("docs/correlate.md"));
    List<MatchResult> examples = EXAMPLE.matcher(page).results().toList();
    assertThat(examples).hasSize(5);
    String logs = Cli.home().resolve("sample-logs/checkout-timeout/logs").toString();
    String data = folder.resolve("data").toString();
    assertThat(Cli.run("index", logs, "--data", data, "--zone", "UTC").code()).isZero();

    for (MatchResult example : examples) {
      String[] words =
          Stream.concat(Stream.of(example.group(1).split(" ")), Stream.of("--data", data))
              .toArray(String[]::new);
      Cli.Outcome outcome = Cli.run(words);
      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(outcome.out().stripTrailing()).as(example.group(1)).isEqualTo(example.group(2));
    }
  }
}
