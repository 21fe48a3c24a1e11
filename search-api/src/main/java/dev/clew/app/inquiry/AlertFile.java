// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.json.Json;
import dev.clew.app.terminal.TimeText;
import dev.clew.suspect.symptom.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a monitor said when it fired. */
final class AlertFile {
  private AlertFile() {}

  static Alert read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    JsonNode json = Json.object(file.toString(), text);
    String fired = text(json, "fired_at");
    Instant time =
        fired == null ? null : TimeText.parse(file + ": fired_at", fired, ZoneOffset.UTC);
    String summary = text(json, "summary");
    return new Alert(
        text(json, "service"), text(json, "metric"), time, summary == null ? "" : summary);
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() ? value.asString() : null;
  }
}
