// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.app.inquiry.Reading;
import dev.clew.app.inquiry.Repositories;
import dev.clew.app.json.Json;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.FetchOptions;
import dev.clew.app.option.PlaceOption;
import dev.clew.app.option.ReadOptions;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitRepository;
import dev.clew.code.remote.Place;
import dev.clew.code.statement.Historian;
import dev.clew.code.statement.Match;
import dev.clew.code.statement.Printed;
import dev.clew.code.statement.Search;
import dev.clew.code.statement.StatementHistory;
import dev.clew.code.statement.Statements;
import dev.clew.code.statement.seen.Sightings;
import dev.clew.code.statement.seen.Sightings.Seen;
import dev.clew.http.json.source.StatementJson;
import dev.clew.http.json.source.StatementsJson;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From log lines to the statements that printed them. */
@Command(
    name = "statement",
    mixinStandardHelpOptions = true,
    description =
        "Finds the statement in the source code that printed each log line on standard input. How"
            + " is in docs/source.md.",
    footer = {
      "",
      "Examples:",
      "  tail -1 app.log | clew statement --repo /src/shop --at checkout-2.14.0",
      "  echo 'charge of order 17 failed' | clew statement --repo shop.git --level ERROR --history"
    })
public final class StatementCommand implements Callable<Integer> {
  /** Most lines that are answered. */
  private static final int MAX_EVENTS = 1_000;

  /** Longest input of bare messages, in bytes. */
  private static final int MAX_INPUT = 4 << 20;

  private final Surroundings surroundings;

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "GITDIR",
      converter = PlaceOption.class,
      description = PlaceOption.MEANS)
  Place repository = Place.at(Path.of(""));

  @Mixin FetchOptions fetch = new FetchOptions();

  @Option(
      names = "--at",
      paramLabel = "COMMIT",
      defaultValue = "HEAD",
      description = "The commit that ran: an id, tag or branch; default: ${DEFAULT-VALUE}.")
  String at = "HEAD";

  @Option(
      names = "--logger",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Logger of lines that name none.")
  String logger = "";

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "",
      description = "Level of lines that name none.")
  String level = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most statements for a line; default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(
      names = "--history",
      description = "Also say which commits brought and changed the first statement.")
  boolean history;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of an index in which it is looked up how often the first statement printed and"
              + " when first.")
  @Nullable Path data;

  @Option(
      names = "--bare",
      description = "Every line is a message alone, without time, level or logger.")
  boolean bare;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin ReadOptions read = new ReadOptions();

  public StatementCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > 100) {
      throw Fault.usage("--limit %d: give 1 to 100".formatted(limit));
    }
    List<Printed> lines = bare ? bare() : events();
    if (lines.isEmpty()) {
      throw Fault.usage("statement: standard input is empty; pipe log lines into it");
    }
    try (GitRepository opened =
        Repositories.open(
            PlaceOption.whole(repository), fetch.allowed(surroundings), surroundings)) {
      String commit = CommitOption.resolve(opened, at);
      Statements statements = new Statements(opened);
      if (data == null) {
        return answer(lines, statements, commit, null) ? 0 : 1;
      }
      try (LogStore store = LuceneLogStores.open(DataOption.existing(data))) {
        return answer(lines, statements, commit, new Sightings(store)) ? 0 : 1;
      }
    }
  }

  private List<Printed> bare() {
    try {
      byte[] bytes = surroundings.input().readNBytes(MAX_INPUT + 1);
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      if (bytes.length > MAX_INPUT || lines.size() > MAX_EVENTS) {
        throw Fault.usage(
            "statement: at most %,d lines and 4 MB on standard input".formatted(MAX_EVENTS));
      }
      return lines.stream().map(line -> new Printed(line, level, logger)).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<Printed> events() {
    List<Printed> events = new ArrayList<>();
    List<Path> input = List.of(Path.of("-"));
    int[] more = {0};
    Reading.read(
        surroundings,
        input,
        read.settings(surroundings, input),
        "reading",
        (event, format) -> {
          if (events.size() < MAX_EVENTS) {
            events.add(Heard.of(event, logger, level));
          } else {
            more[0]++;
          }
        });
    if (more[0] > 0) {
      surroundings
          .console()
          .note(
              "clew: only the first %,d events are answered; %,d more came"
                  .formatted(MAX_EVENTS, more[0]));
    }
    return events;
  }

  private boolean answer(
      List<Printed> lines, Statements statements, String commit, @Nullable Sightings sightings) {
    Search search = statements.search(lines, commit, limit, () -> false);
    Historian historian = new Historian(statements);
    boolean found = false;
    for (int i = 0; i < lines.size(); i++) {
      List<Match> matches = search.matches().get(i);
      @Nullable StatementHistory past =
          history && !matches.isEmpty()
              ? historian.of(matches.getFirst().statement(), commit)
              : null;
      @Nullable Seen seen =
          sightings == null || matches.isEmpty()
              ? null
              : sightings.of(matches.getFirst().statement()).orElse(null);
      StatementsJson answer = json(lines.get(i), commit, search, i, past, seen);
      if (json) {
        Json.print(surroundings.console(), answer);
      } else {
        new StatementText(surroundings.console(), surroundings.zone())
            .print(
                lines.get(i),
                matches,
                past,
                seen == null ? null : answer.statements().getFirst().seen());
      }
      found |= !matches.isEmpty();
    }
    return found;
  }

  private StatementsJson json(
      Printed line,
      String commit,
      Search search,
      int i,
      @Nullable StatementHistory past,
      @Nullable Seen seen) {
    List<StatementJson> all = new ArrayList<>();
    for (Match match : search.matches().get(i)) {
      all.add(StatementJson.of(match, all.isEmpty() ? past : null, all.isEmpty() ? seen : null));
    }
    return new StatementsJson(
        line.message(),
        line.level().isEmpty() ? null : line.level(),
        line.logger().isEmpty() ? null : line.logger(),
        commit,
        "--at " + at,
        search.files(),
        all,
        StatementsJson.unread(search.unread()));
  }
}
