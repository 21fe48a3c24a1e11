// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.inquiry.Inquiry;
import dev.clew.app.inquiry.Investigator;
import dev.clew.app.json.Json;
import dev.clew.app.json.ReportJson;
import dev.clew.app.option.RangeOptions;
import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.code.remote.AllowedHosts;
import dev.clew.code.remote.Place;
import dev.clew.suspect.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many cases in one process, one JSON object a line in and out. A case that fails is said and the
 * others go on.
 */
final class InvestigateBatch {
  private final Surroundings surroundings;
  private final Investigator investigator;
  private final ZoneId zone;

  InvestigateBatch(Surroundings surroundings, Investigator investigator, ZoneId zone) {
    this.surroundings = surroundings;
    this.investigator = investigator;
    this.zone = zone;
  }

  /** The exit code: 0, or 3 when a case failed. */
  int run(Path cases) {
    int failed = 0;
    int line = 0;
    try (BufferedReader reader = Files.newBufferedReader(cases)) {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank() && !investigate(cases + ":" + line, text)) {
          failed++;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return failed == 0 ? 0 : Fault.ENVIRONMENT;
  }

  private boolean investigate(String place, String text) {
    JsonNode json = Json.object(place, text);
    String id = json.path("id").asString(place);
    try {
      Report report = investigator.investigate(inquiry(json));
      Json.print(surroundings.console(), ReportJson.of(id, report));
      return true;
    } catch (Fault | dev.clew.code.GitException | dev.clew.store.StoreException fault) {
      surroundings
          .console()
          .note(
              "clew: case %s: %s"
                  .formatted(Console.safe(id, 80), Console.safe(fault.getMessage(), 300)));
      return false;
    }
  }

  private Inquiry inquiry(JsonNode json) {
    Map<String, Place> repositories = new LinkedHashMap<>();
    json.path("repos")
        .properties()
        .forEach(
            entry -> repositories.put(entry.getKey(), Place.parse(entry.getValue().asString())));
    String alert = text(json, "alert");
    return new Inquiry(
        paths(json, "logs"),
        paths(json, "baseline"),
        RangeOptions.range(text(json, "from"), text(json, "to"), zone),
        null,
        repositories,
        AllowedHosts.none(),
        paths(json, "changes"),
        alert == null ? null : Path.of(alert));
  }

  private static List<Path> paths(JsonNode json, String name) {
    List<Path> paths = new ArrayList<>();
    json.path(name).forEach(path -> paths.add(Path.of(path.asString())));
    return paths;
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() ? value.asString() : null;
  }
}
