// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.clew.app.terminal.Surroundings;
import dev.clew.event.TimeRange;
import dev.clew.pipe.Pipes;
import dev.clew.pipe.measure.Limits;
import dev.clew.query.QueryParser;
import dev.clew.query.pipe.ParsedPipeline;
import dev.clew.query.pipe.PipelineParser;
import dev.clew.store.Events;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "docs/correlate.md",
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
    List<String> examples = examples("## Find");
    assertThat(examples).hasSizeGreaterThan(15);
    assertThat(examples)
        .allSatisfy(text -> assertThat(QueryParser.parse(text).notices()).as(text).isEmpty());
  }

  @Test
  void computesEveryExampleOfAPipe() {
    LogStore store = new ListLogStore();
    store.append(List.of(new Events().full()), Map.of());
    store.refresh();
    Pipes pipes = new Pipes(store, ZoneOffset.UTC, Limits.STANDARD);
    List<String> examples = examples("## Shape");
    assertThat(examples).hasSizeGreaterThan(20);
    for (String example : examples) {
      ParsedPipeline parsed = PipelineParser.parse("| " + example);
      assertThat(parsed.notices()).as(example).isEmpty();
      assertThat(parsed.pipeline().pipes()).as(example).isNotEmpty();
      assertThatCode(() -> pipes.run(parsed.pipeline(), TimeRange.ALL, Until.NEVER))
          .as(example)
          .doesNotThrowAnyException();
    }
  }

  /** The first column of the tables of a section. */
  private static List<String> examples(String section) {
    List<String> page = lines("docs/query.md");
    return page.stream()
        .skip(page.indexOf(section) + 1L)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .flatMap(line -> snippets(line.split("(?<!\\\\)\\|", -1)[1]).stream())
        .toList();
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
