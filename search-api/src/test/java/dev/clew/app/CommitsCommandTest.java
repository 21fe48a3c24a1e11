// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsCommandTest {
  private static final String REPOSITORY =
      Cli.home().resolve("sample-logs/checkout-timeout/repo.bundle").toString();

  @TempDir Path cache;

  @Test
  void printsWhatThePageShows() throws IOException {
    List<String> page = Files.readAllLines(Cli.home().resolve("docs/source.md"));
    List<String> rest = page.subList(page.indexOf("## From words to commits"), page.size());
    rest = rest.subList(rest.indexOf("```") + 1, rest.size());
    List<String> example = rest.subList(0, rest.indexOf("```"));
    assertThat(example.get(0)).startsWith("$ clew commits --repo sample-logs/checkout-timeout/");
    String[] words = example.get(0).substring("$ clew ".length()).split(" ");
    words[2] = REPOSITORY;
    Cli.Outcome shown = Cli.runWithCache(cache, words);
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out().lines()).containsExactlyElementsOf(example.subList(1, example.size()));
  }

  @Test
  void answersOneObject() {
    Cli.Outcome found = run("deadlock", "--kind", "settings", "--json");
    assertThat(found.code()).isZero();
    assertThat(found.out())
        .contains(
            "\"path\":\"database/postgresql.conf\"", "\"kind\":\"settings\"", "\"more\":false");
  }

  @Test
  void saysThatNothingFitsAndWhatCannotBeLookedFor() {
    Cli.Outcome none = run("zeppelin");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("no commit of the history fits");
    Cli.Outcome wrong = run("the");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("'the'", "three letters");
    Cli.Outcome limit = run("pool", "--limit", "0");
    assertThat(limit.code()).isEqualTo(2);
    assertThat(limit.err()).contains("1 to 1000");
  }

  @Test
  void saysThatThereIsNoFolderForTheIndex() {
    Cli.Outcome none = Cli.run("commits", "--repo", REPOSITORY, "pool");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("CLEW_CACHE");
  }

  private Cli.Outcome run(String... words) {
    return Cli.runWithCache(
        cache,
        Stream.concat(Stream.of("commits", "--repo", REPOSITORY), Stream.of(words))
            .toArray(String[]::new));
  }
}
