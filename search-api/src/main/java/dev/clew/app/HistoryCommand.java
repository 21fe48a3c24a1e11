// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Repositories;
import dev.clew.app.option.FetchOptions;
import dev.clew.app.option.PlaceOption;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitRepository;
import dev.clew.code.history.Built;
import dev.clew.code.history.HistoryIndex;
import dev.clew.code.remote.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the history index of a repository at once, instead of beside a server's work. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Builds the index of a repository's history, or adds to it what is new. Commands about suspects",
      "then find out faster what each commit touched. clew serve does the same beside its work."
    },
    footer = {
      "",
      "Examples:",
      "  clew history --repo /src/shop",
      "  CLEW_CACHE=/var/cache/clew clew history --repo shop.git --at-most 60"
    })
final class HistoryCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--repo",
      required = true,
      paramLabel = "GITDIR",
      converter = PlaceOption.class,
      description = PlaceOption.MEANS)
  @Nullable Place repository;

  @Mixin FetchOptions fetch = new FetchOptions();

  @Option(
      names = "--at-most",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description =
          "Stop after that time and keep what was read, newest commits first; default: ${DEFAULT-VALUE}.")
  int atMost;

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Console console = surroundings.console();
    Path cache =
        surroundings
            .cache()
            .orElseThrow(
                () ->
                    Fault.usage(
                        "history: there is no folder to keep it in; name one in CLEW_CACHE"));
    try (GitRepository opened =
            Repositories.open(
                PlaceOption.whole(Objects.requireNonNull(repository)),
                fetch.allowed(surroundings),
                surroundings);
        HistoryIndex index =
            HistoryIndex.open(opened, cache, note -> console.note(Console.safe(note, 300)))
                .orElseThrow(() -> Fault.usage("history: choose another folder in CLEW_CACHE"))) {
      Built built = index.update(List.of(), Duration.ofSeconds(Math.max(1, atMost)));
      console
          .out()
          .println(
              "%d commits indexed, %d of them new, %d missing: %s"
                  .formatted(index.size(), built.added(), built.missing(), index.folder()));
      return built.isWhole() ? 0 : 1;
    }
  }
}
