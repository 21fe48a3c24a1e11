// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Histories;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.inquiry.TraceText;
import dev.clew.app.json.Json;
import dev.clew.app.json.SuspectJson;
import dev.clew.app.option.FetchOptions;
import dev.clew.app.option.PlaceOption;
import dev.clew.app.option.SourceOptions;
import dev.clew.app.report.ReportText;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.code.GitRepository;
import dev.clew.code.remote.Place;
import dev.clew.event.StackTrace;
import dev.clew.suspect.TraceSuspects;
import dev.clew.suspect.evidence.SuspectReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From a stack trace to the commits suspected of it. */
@Command(
    name = "suspects",
    mixinStandardHelpOptions = true,
    description =
        "Ranks the commits suspected of a failure, given its stack trace or log lines on standard input.",
    footer = {
      "",
      "Examples:",
      "  clew suspects --repo /src/shop < trace.txt",
      "  xclip -o | clew suspects --repo shop.git --at checkout-2.14.0 --limit 5 --json"
    })
final class SuspectsCommand implements Callable<Integer> {
  /** Longest text read from standard input, in bytes. */
  private static final int MAX_INPUT = 4 << 20;

  private final Surroundings surroundings;

  @Option(
      names = "--repo",
      paramLabel = "GITDIR[:FOLDER]",
      converter = PlaceOption.class,
      description = PlaceOption.MEANS)
  @Nullable Place repository;

  @Mixin FetchOptions fetch = new FetchOptions();

  @Option(
      names = "--at",
      paramLabel = "COMMIT",
      description = "The commit that ran: an id, tag or branch; default: HEAD.")
  @Nullable String at;

  @Option(
      names = "--before",
      paramLabel = "TIME",
      description = "When it failed; later commits cannot be the cause.")
  @Nullable String before;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Most suspects to print; default: ${DEFAULT-VALUE}.")
  int limit;

  @Mixin SourceOptions source = new SourceOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Option(
      names = "--batch",
      paramLabel = "CASES.jsonl",
      description =
          "One case a line: id, repo, at, before, trace; prints id and ranked commits a line.")
  @Nullable Path batch;

  SuspectsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @SuppressWarnings("try") // held open, not asked
  @Override
  public Integer call() {
    if (batch != null) {
      return new SuspectsBatch(surroundings).run(batch);
    }
    if (repository == null) {
      throw Fault.usage("suspects: which repository? Give --repo GITDIR");
    }
    String text = input();
    if (text.isBlank()) {
      throw Fault.usage(
          "suspects: standard input is empty; pipe a stack trace or log lines into it");
    }
    try (GitRepository opened =
            Repositories.open(repository, fetch.allowed(surroundings), surroundings);
        Histories histories = Histories.recalled(List.of(opened), surroundings)) {
      SuspectReport report =
          rank(source.tell(opened), at, before, text, limit, surroundings.zone());
      if (json) {
        Json.print(surroundings.console(), SuspectJson.AnswerJson.of(report));
      } else {
        new ReportText(surroundings.console(), surroundings.zone()).suspects(report);
      }
      return report.suspects().isEmpty() ? 1 : 0;
    }
  }

  static SuspectReport rank(
      GitRepository repository,
      @Nullable String at,
      @Nullable String before,
      String text,
      int limit,
      ZoneId zone) {
    List<StackTrace> traces = TraceText.all(text);
    Instant failed = before == null ? null : TimeText.parse("--before", before, zone);
    return TraceSuspects.rank(repository, at, failed, traces, text, limit);
  }

  private String input() {
    try {
      byte[] bytes = surroundings.input().readNBytes(MAX_INPUT + 1);
      if (bytes.length > MAX_INPUT) {
        throw Fault.usage(
            "suspects: standard input is longer than 4 MB; give the part around the failure");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
