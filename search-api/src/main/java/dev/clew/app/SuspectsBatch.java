// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Histories;
import dev.clew.app.json.Json;
import dev.clew.app.json.SuspectJson;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many traces in one process; each repository is opened once. A case that fails is said and the
 * others go on.
 */
final class SuspectsBatch {
  private static final int RANKED = 50;

  private final Surroundings surroundings;

  SuspectsBatch(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The exit code: 0, or 3 when a case failed. */
  int run(Path cases) {
    Map<String, Opened> opened = new HashMap<>();
    int failed = 0;
    int line = 0;
    try (BufferedReader reader = Files.newBufferedReader(cases)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank() && !rank(opened, cases + ":" + line, text)) {
          failed++;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      opened.values().forEach(Opened::close);
    }
    return failed == 0 ? 0 : Fault.ENVIRONMENT;
  }

  /** A repository, and what earlier runs found out of it. */
  private record Opened(GitRepository repository, Histories histories) {
    void close() {
      histories.close();
      repository.close();
    }
  }

  private Opened open(String path) {
    GitRepository repository = GitRepository.open(Path.of(path));
    return new Opened(repository, Histories.recalled(List.of(repository), surroundings));
  }

  private boolean rank(Map<String, Opened> opened, String place, String text) {
    JsonNode json = Json.object(place, text);
    String id = json.path("id").asString(place);
    try {
      GitRepository repository =
          opened.computeIfAbsent(json.path("repo").asString(""), this::open).repository();
      var report =
          SuspectsCommand.rank(
              repository,
              text(json, "at"),
              text(json, "before"),
              json.path("trace").asString(""),
              RANKED,
              surroundings.zone());
      Json.print(surroundings.console(), SuspectJson.RankedJson.of(id, report));
      return true;
    } catch (Fault | GitException fault) {
      surroundings
          .console()
          .note(
              "clew: case %s: %s"
                  .formatted(Console.safe(id, 80), Console.safe(fault.getMessage(), 300)));
      return false;
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() ? value.asString() : null;
  }
}
