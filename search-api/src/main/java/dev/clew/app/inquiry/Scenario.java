// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.Fault;
import dev.clew.code.remote.Place;
import dev.clew.suspect.evidence.Suspect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A sample incident: what is known about it before the search for its cause, and the cause to
 * compare with afterwards.
 *
 * @param name folder name
 * @param folder where it lies
 * @param title one line
 * @param sentence what was noticed
 * @param from start of the incident window, ISO 8601
 * @param to its end
 * @param baselineFrom start of the normal time it is compared with
 * @param baselineTo its end
 * @param repositories service to repository
 * @param changes files that list deploys and configuration runs
 * @param zone zone of times that name none
 * @param causeKind true cause: commit, config, operational …; never shown to the search
 * @param causeId its id
 */
public record Scenario(
    String name,
    Path folder,
    String title,
    String sentence,
    String from,
    String to,
    String baselineFrom,
    String baselineTo,
    Map<String, Place> repositories,
    List<Path> changes,
    String zone,
    String causeKind,
    String causeId) {

  /** The logs. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** True when {@code suspect} is the true cause. */
  public boolean isCause(Suspect suspect) {
    return suspect.kind().name().equalsIgnoreCase(causeKind) && suspect.id().equals(causeId);
  }

  /** All scenarios below {@code samples}, by name. */
  public static List<Scenario> all(Path samples) {
    if (!Files.isDirectory(samples)) {
      throw Fault.environment(
          "there are no sample logs in %s; run ./clew from a full checkout".formatted(samples));
    }
    try (Stream<Path> folders = Files.list(samples)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("incident.json")))
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads {@code folder/incident.json}. */
  public static Scenario read(Path folder) {
    Path file = folder.resolve("incident.json");
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    JsonNode json = Json.object(file.toString(), text);
    Map<String, Place> repositories = new LinkedHashMap<>();
    json.path("repositories")
        .properties()
        .forEach(
            entry ->
                repositories.put(
                    entry.getKey(), Place.at(folder.resolve(entry.getValue().asString()))));
    List<Path> changes = new ArrayList<>();
    json.path("changes").forEach(name -> changes.add(folder.resolve(name.asString())));
    return new Scenario(
        folder.getFileName().toString(),
        folder,
        text(file, json, "title"),
        text(file, json, "sentence"),
        text(file, json, "from"),
        text(file, json, "to"),
        text(file, json.path("baseline"), "from"),
        text(file, json.path("baseline"), "to"),
        repositories,
        changes,
        text(file, json, "zone"),
        text(file, json.path("cause"), "kind"),
        text(file, json.path("cause"), "id"));
  }

  private static String text(Path file, JsonNode json, String name) {
    @Nullable JsonNode value = json.get(name);
    if (value == null || !value.isString()) {
      throw Fault.environment("%s: \"%s\" is missing or no text".formatted(file, name));
    }
    return value.asString();
  }
}
