// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.ConfigChange;
import dev.clew.change.run.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads CDEvents (https://cdevents.dev/docs/), whose type is {@code
 * dev.cdevents.<subject>.<predicate>.<version>}: that a service was deployed, upgraded or rolled
 * back, and that an environment was modified.
 */
final class CdEvents {
  static final String PREFIX = "dev.cdevents.";

  /** {@code pkg:oci/pay@sha256%3A…?tag=2.4.0}: what comes after the @, or the tag. */
  private static final Pattern TAG = Pattern.compile("[?&]tag=([^&#]+)");

  private static final Pattern VERSION = Pattern.compile("@([^?#]+)");

  private CdEvents() {}

  /**
   * @param time of the envelope; null when it has none
   */
  static void read(String type, JsonNode data, @Nullable Instant time, Told told) {
    String[] parts = type.substring(PREFIX.length()).split("\\.");
    String what = parts.length < 2 ? type : parts[0] + "." + parts[1];
    JsonNode subject = data.path("subject");
    JsonNode content = subject.path("content");
    Instant at =
        Fields.time(data.path("context"), Told.ZONE, "timestamp")
            .or(() -> Optional.ofNullable(time))
            .orElse(null);
    String environment = Fields.text(content.path("environment"), "id");
    String to = environment == null ? null : "to " + environment;
    switch (what) {
      case "service.deployed", "service.upgraded" ->
          told.deploy(at, Fields.text(subject, "id"), version(content), null, to);
      case "service.rolledback" ->
          told.deploy(
              at,
              Fields.text(subject, "id"),
              version(content),
              null,
              "rolled back" + (to == null ? "" : " " + to));
      case "environment.modified" -> {
        String name = Fields.text(content, "name");
        String id = Fields.text(subject, "id");
        if (at == null || id == null) {
          told.note("the event names no time or no environment; it is left out");
        } else {
          told.add(
              new ConfigChange(
                  at, null, id, "environment", null, name, Fields.text(subject, "source")));
        }
      }
      default -> told.note("the event \"%s\" tells of no change".formatted(type));
    }
  }

  private static @Nullable String version(JsonNode content) {
    String artifact = Fields.text(content, "artifactId");
    if (artifact == null) {
      return null;
    }
    for (Pattern pattern : new Pattern[] {TAG, VERSION}) {
      Matcher found = pattern.matcher(artifact);
      if (found.find()) {
        return found.group(1).replace("%3A", ":").replace("%3a", ":");
      }
    }
    return artifact;
  }
}
