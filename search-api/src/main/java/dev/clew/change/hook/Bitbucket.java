// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.PushedCommit;
import dev.clew.change.run.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads webhooks of Bitbucket Cloud ({@code repo:push}) and Data Center ({@code repo:refs_changed},
 * which names no commits but the last one of each branch). Shapes:
 * https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/.
 */
final class Bitbucket {
  private Bitbucket() {}

  static void read(String event, JsonNode payload, Told told) {
    JsonNode repository = payload.path("repository");
    String service = Fields.text(repository, "name", "slug");
    String by = Fields.text(payload.path("actor"), "display_name", "displayName", "nickname");
    switch (event) {
      case "repo:push" -> {
        for (JsonNode change : payload.path("push").path("changes")) {
          told.commits(change.path("commits"), service, by);
          if ("true".equals(Fields.text(change, "truncated"))) {
            told.note("the push holds more commits than it lists");
          }
        }
      }
      case "repo:refs_changed" -> {
        Instant time = Fields.time(payload, Told.ZONE, "date").orElse(null);
        payload.path("changes").forEach(change -> tip(change, time, service, by, told));
      }
      case "diagnostics:ping" -> told.note("the webhook works");
      default -> told.note("the event \"%s\" tells of no change".formatted(event));
    }
  }

  private static void tip(
      JsonNode change,
      @Nullable Instant time,
      @Nullable String service,
      @Nullable String by,
      Told told) {
    String id = Fields.text(change, "toHash");
    if (id == null || time == null) {
      told.note("a change of a branch has no commit or no time; it is left out");
      return;
    }
    String branch = Fields.text(change.path("ref"), "displayId");
    told.add(new PushedCommit(time, service, id, "pushed to " + branch, by));
  }
}
