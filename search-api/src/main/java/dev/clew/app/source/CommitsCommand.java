// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.code.CommitRange;
import dev.clew.code.FileKind;
import dev.clew.code.GitRepository;
import dev.clew.code.history.CommitSearch;
import dev.clew.code.history.CommitSearch.Question;
import dev.clew.code.history.HistoryIndex;
import dev.clew.code.history.Terms;
import dev.clew.http.json.source.CommitsJson;
import dev.clew.http.json.source.CommitsJson.FileJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From words to the commits that brought them. */
@Command(
    name = "commits",
    mixinStandardHelpOptions = true,
    description = {
      "Searches the history of a repository: commits that have all WORDS in their message and in the",
      "edits of a file, newest first. A word stands for its forms, and is found in identifiers:",
      "timeout finds readTimeoutMs. The index of the history is built first where there is none."
    },
    footer = {
      "",
      "Examples:",
      "  clew commits --repo /src/shop pool timeout",
      "  clew commits --repo shop.git --path payment/src --author ann --since 2026-03-01",
      "  clew commits --repo shop.git --kind settings pool --json"
    })
public final class CommitsCommand implements Callable<Integer> {
  private static final int WIDTH = 160;
  private static final int FILES = 5;
  private static final int MOST = 1000;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "WORDS", arity = "0..*", description = "All of them must be there.")
  List<String> words = List.of();

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "GITDIR",
      description = "Work tree, bare repository or .bundle file.")
  Path repository = Path.of("");

  @Option(names = "--at", paramLabel = "COMMIT", description = "Newest commit; default: HEAD.")
  @Nullable String at;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Only this file, under all its names, or this folder.")
  String path = "";

  @Option(names = "--author", paramLabel = "NAME", description = "Part of the author's name.")
  String author = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only files of this kind: ${COMPLETION-CANDIDATES}.")
  @Nullable FileKind kind;

  @Option(names = "--since", paramLabel = "TIME", description = "No commit before that time.")
  @Nullable String since;

  @Option(names = "--before", paramLabel = "TIME", description = "No commit after that time.")
  @Nullable String before;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most commits to list, 1 to 1000; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  public CommitsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw Fault.usage("commits: --limit is %d; give 1 to %d".formatted(limit, MOST));
    }
    Map<String, String> stems = stems();
    Question question = new Question(stems.keySet(), plain(path), author, kind);
    Console console = surroundings.console();
    Path cache =
        surroundings
            .cache()
            .orElseThrow(
                () ->
                    Fault.usage(
                        "commits: there is no folder to keep the index in; name one in CLEW_CACHE"));
    try (GitRepository opened = GitRepository.open(repository);
        HistoryIndex index =
            HistoryIndex.open(opened, cache, note -> console.note(Console.safe(note, 300)))
                .orElseThrow(() -> Fault.usage("commits: choose another folder in CLEW_CACHE"))) {
      String tip = CommitOption.resolve(opened, at == null ? "HEAD" : at);
      index.update(List.of(tip), Duration.ofHours(1));
      CommitsJson answer =
          CommitsJson.of(new CommitSearch(opened, index).find(range(tip), question, limit), stems);
      if (json) {
        Json.print(console, answer);
      } else {
        print(answer);
      }
      return answer.commits().isEmpty() ? 1 : 0;
    }
  }

  /** The words asked for, by their stems. */
  private Map<String, String> stems() {
    Map<String, String> stems = new LinkedHashMap<>();
    for (String word : words) {
      Map<String, String> of = Terms.spelled(word);
      if (of.isEmpty()) {
        throw Fault.usage(
            "commits: '%s' says nothing: give words of three letters and more that not every commit has"
                .formatted(Console.safe(word, 60)));
      }
      of.forEach(stems::putIfAbsent);
    }
    return stems;
  }

  private static String plain(String path) {
    return path.replaceAll("^(?:\\./)+|/+$", "");
  }

  private CommitRange range(String tip) {
    CommitRange range = CommitRange.upTo(tip, HistoryIndex.MAX_COMMITS);
    if (since != null) {
      range = range.from(TimeText.parse("--since", since, surroundings.zone()));
    }
    if (before != null) {
      range = range.before(TimeText.parse("--before", before, surroundings.zone()));
    }
    return range;
  }

  private void print(CommitsJson answer) {
    Console console = surroundings.console();
    for (CommitsJson.HitJson hit : answer.commits()) {
      console.print(
          "%s  %s  %s  %s"
              .formatted(
                  console.bold(hit.commit().id().substring(0, 8)),
                  hit.commit().time(),
                  Console.safe(hit.commit().author(), 40),
                  Console.safe(hit.commit().subject(), WIDTH)));
      hit.files().stream().limit(FILES).forEach(file -> console.print("  " + line(file)));
      if (hit.files().size() > FILES) {
        console.print("  and %,d more files".formatted(hit.files().size() - FILES));
      }
    }
    if (answer.commits().isEmpty()) {
      console.print("no commit of the history fits");
    }
    if (answer.more()) {
      console.print("there may be older ones; raise --limit or give --before");
    }
    if (answer.unknown() > 0) {
      console.print(
          "%,d commits could not be read and were not searched".formatted(answer.unknown()));
    }
  }

  private static String line(FileJson file) {
    List<String> said = new ArrayList<>();
    said.add("+%d −%d".formatted(file.added(), file.removed()));
    if (!"code".equals(file.kind())) {
      said.add(file.kind());
    }
    if (file.from() != null) {
      said.add("was " + Console.safe(file.from(), WIDTH));
    }
    if (file.layout()) {
      said.add("layout only");
    }
    if (!file.addedWords().isEmpty()) {
      said.add("adds " + String.join(", ", file.addedWords()));
    }
    if (!file.removedWords().isEmpty()) {
      said.add("takes away " + String.join(", ", file.removedWords()));
    }
    return "%s  %s".formatted(Console.safe(file.path(), WIDTH), String.join("; ", said));
  }
}
