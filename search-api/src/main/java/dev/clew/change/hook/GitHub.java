// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.run.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads webhooks of GitHub (https://docs.github.com/en/webhooks/webhook-events-and-payloads): a
 * push tells of commits, a deployment status of success of a deploy.
 */
final class GitHub {
  private GitHub() {}

  static void read(String event, JsonNode payload, Told told) {
    String service = Fields.text(payload.path("repository"), "name");
    switch (event) {
      case "push" ->
          told.commits(
              payload.path("commits"), service, Fields.text(payload.path("pusher"), "name"));
      case "deployment_status" -> status(payload, service, told);
      case "deployment" ->
          told.note("a deployment was asked for; it counts when its status is success");
      case "release" ->
          told.note(
              "the release %s was published; it counts when it is deployed"
                  .formatted(Fields.text(payload.path("release"), "tag_name")));
      case "ping" -> told.note("the webhook works");
      default -> told.note("the event \"%s\" tells of no change".formatted(event));
    }
  }

  private static void status(JsonNode payload, @Nullable String service, Told told) {
    JsonNode status = payload.path("deployment_status");
    JsonNode deployment = payload.path("deployment");
    if (!"success".equals(Fields.text(status, "state"))) {
      told.note(
          "the deployment is in state \"%s\"; it counts when that is success"
              .formatted(Fields.text(status, "state")));
      return;
    }
    String environment = Fields.text(status, "environment");
    String by = Fields.text(status.path("creator"), "login");
    told.deploy(
        Fields.time(status, Told.ZONE, "updated_at", "created_at").orElse(null),
        service,
        Fields.text(deployment, "ref"),
        Fields.text(deployment, "sha"),
        environment == null ? by : (by == null ? "" : by + ", ") + "to " + environment);
  }
}
