// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.app.inquiry.Repositories;
import dev.clew.app.json.Json;
import dev.clew.app.option.DataOption;
import dev.clew.app.option.FetchOptions;
import dev.clew.app.option.PlaceOption;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitRepository;
import dev.clew.code.remote.Place;
import dev.clew.code.statement.CommitMessages;
import dev.clew.code.statement.MessageChange;
import dev.clew.code.statement.Statements;
import dev.clew.code.statement.seen.Sightings;
import dev.clew.code.statement.seen.Sightings.Seen;
import dev.clew.http.json.source.MessagesJson;
import dev.clew.http.json.source.MessagesJson.MessageJson;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a commit to the messages it brings. */
@Command(
    name = "messages",
    mixinStandardHelpOptions = true,
    description =
        "Lists the log messages that a commit added, changed and removed, and with an index whether"
            + " they were seen.",
    footer = {
      "",
      "Examples:",
      "  clew messages --repo /src/shop HEAD",
      "  clew messages --repo shop.git 9f31c2ab --data .clew --json"
    })
public final class MessagesCommand implements Callable<Integer> {
  private static final int WIDTH = 160;

  private final Surroundings surroundings;

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "GITDIR",
      converter = PlaceOption.class,
      description = PlaceOption.MEANS)
  Place repository = Place.at(Path.of(""));

  @Mixin FetchOptions fetch = new FetchOptions();

  @Parameters(paramLabel = "COMMIT", description = "An id, tag or branch.")
  String commit = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of an index in which the messages are looked for.")
  @Nullable Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  public MessagesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (GitRepository opened =
        Repositories.open(
            PlaceOption.whole(repository), fetch.allowed(surroundings), surroundings)) {
      String id = CommitOption.resolve(opened, commit);
      CommitMessages.Found found = new CommitMessages(new Statements(opened)).of(id);
      List<String> unknowns = new ArrayList<>();
      if (opened.commit(id).isMerge()) {
        unknowns.add("a merge brings what the commits it joins bring; ask for those");
      }
      if (found.unread() > 0) {
        unknowns.add("%,d further source files were not compared".formatted(found.unread()));
      }
      MessagesJson answer = MessagesJson.of(opened.commit(id), messages(found.changes()), unknowns);
      if (json) {
        Json.print(surroundings.console(), answer);
      } else {
        print(answer);
      }
      return answer.messages().isEmpty() ? 1 : 0;
    }
  }

  private List<MessageJson> messages(List<MessageChange> changes) {
    if (data == null) {
      return changes.stream().map(change -> MessageJson.of(change, null)).toList();
    }
    try (LogStore store = LuceneLogStores.open(DataOption.existing(data))) {
      Sightings sightings = new Sightings(store);
      List<MessageJson> all = new ArrayList<>();
      for (MessageChange change : changes) {
        @Nullable Seen seen = sightings.of(change.statement()).orElse(null);
        all.add(MessageJson.of(change, seen));
      }
      return all;
    }
  }

  private void print(MessagesJson answer) {
    Console console = surroundings.console();
    console.print(
        console.bold(
            Console.safe(
                "%s %s: %s"
                    .formatted(
                        answer.commit().id().substring(0, 8),
                        answer.commit().author(),
                        answer.commit().subject()),
                WIDTH)));
    if (answer.messages().isEmpty()) {
      console.print("  no message was added, changed or removed");
    }
    for (MessageJson message : answer.messages()) {
      console.print(
          "  %-7s %s:%d  %s"
              .formatted(
                  message.change(),
                  Console.safe(message.path(), WIDTH),
                  message.first(),
                  Console.safe(message.template(), WIDTH)));
      if (message.before() != null && !message.before().equals(message.template())) {
        console.print("          before: " + Console.safe(message.before(), WIDTH));
      }
      if (message.seen() != null) {
        console.print("          " + SeenText.of(message.seen(), surroundings.zone()));
      }
    }
    answer.unknowns().forEach(console::print);
  }
}
