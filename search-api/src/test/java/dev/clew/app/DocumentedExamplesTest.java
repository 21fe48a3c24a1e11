// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.clew.app.terminal.Surroundings;
import dev.clew.query.QueryParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell people to type is understood. */
class DocumentedExamplesTest {
  /** Commands of the launcher itself. */
  private static final Set<String> LAUNCHER = Set.of("test", "build");

  static Stream<String> commands() {
    return Stream.of(
            "README.md",
            "CONTRIBUTING.md",
            "docs/benchmarks.md",
            "docs/api.md",
            "docs/reading.md",
            "sample-logs/README.md")
        .flatMap(page -> lines(page).stream())
        .map(String::strip)
        .filter(line -> line.matches("(\\./)?clew [a-z].*"))
        .map(line -> line.replaceFirst("(\\./)?clew ", ""))
        .map(line -> line.replaceFirst("\\s+[#<>|].*", ""))
        .filter(line -> !LAUNCHER.contains(line));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void understandsEveryCommandLine(String line) {
    Surroundings nobody =
        Cli.surroundings("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    assertThatCode(() -> Commands.commandLine(nobody).parseArgs(words(line)))
        .doesNotThrowAnyException();
  }

  @Test
  void readsEveryExampleOfTheQueryLanguageAsAQuery() {
    List<String> examples =
        lines("docs/query.md").stream()
            .filter(line -> line.startsWith("| `"))
            .flatMap(line -> snippets(line.split("(?<!\\\\)\\|")[1]).stream())
            .toList();
    assertThat(examples).hasSizeGreaterThan(15);
    assertThat(examples)
        .allSatisfy(text -> assertThat(QueryParser.parse(text).notices()).as(text).isEmpty());
  }

  private static List<String> snippets(String cell) {
    List<String> snippets = new ArrayList<>();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
    while (matcher.find()) {
      snippets.add(matcher.group(1));
    }
    return snippets;
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.toArray(String[]::new);
  }

  private static List<String> lines(String page) {
    Path file = Cli.home().resolve(page);
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
