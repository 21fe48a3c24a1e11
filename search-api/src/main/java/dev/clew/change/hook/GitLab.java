// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.run.Fields;
import tools.jackson.databind.JsonNode;

/**
 * Reads webhooks of GitLab (https://docs.gitlab.com/user/project/integrations/webhook_events/): a
 * push tells of commits, a deployment with status success of a deploy.
 */
final class GitLab {
  private GitLab() {}

  static void read(String event, JsonNode payload, Told told) {
    String service = Fields.text(payload.path("project"), "name");
    switch (event) {
      case "Push Hook", "System Hook" ->
          told.commits(
              payload.path("commits"), service, Fields.text(payload, "user_username", "user_name"));
      case "Deployment Hook" -> deployment(payload, service == null ? "" : service, told);
      default -> told.note("the event \"%s\" tells of no change".formatted(event));
    }
  }

  private static void deployment(JsonNode payload, String service, Told told) {
    if (!"success".equals(Fields.text(payload, "status"))) {
      told.note(
          "the deployment is in status \"%s\"; it counts when that is success"
              .formatted(Fields.text(payload, "status")));
      return;
    }
    String url = Fields.text(payload, "commit_url");
    String commit =
        url == null ? Fields.text(payload, "short_sha") : url.substring(url.lastIndexOf('/') + 1);
    String by = Fields.text(payload.path("user"), "username", "name");
    String environment = Fields.text(payload, "environment");
    told.deploy(
        Fields.time(payload, Told.ZONE, "status_changed_at").orElse(null),
        service.isEmpty() ? null : service,
        Fields.text(payload, "ref"),
        commit,
        environment == null ? by : (by == null ? "" : by + ", ") + "to " + environment);
  }
}
