// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import dev.clew.change.Deploy;
import dev.clew.change.PushedCommit;
import dev.clew.change.run.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a payload tells, as far as it was read. */
final class Told {
  static final ZoneId ZONE = ZoneOffset.UTC;

  private static final int LONGEST_SUBJECT = 500;
  private static final int MOST_NOTES = 20;

  private final List<Change> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int unsaid;

  List<Change> changes() {
    return changes;
  }

  List<String> notes() {
    List<String> said = new ArrayList<>(notes);
    if (unsaid > 0) {
      said.add("and %d more notes like these".formatted(unsaid));
    }
    return said;
  }

  void add(Change change) {
    changes.add(change);
  }

  void note(String note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    } else {
      unsaid++;
    }
  }

  /** A deploy, when it says when it was; a note otherwise. */
  void deploy(
      @Nullable Instant time,
      @Nullable String service,
      @Nullable String version,
      @Nullable String commit,
      @Nullable String by) {
    if (time == null || (service == null && version == null && commit == null)) {
      note("the deployment names no time, or neither a service nor a version; it is left out");
    } else {
      add(new Deploy(time, service, version, commit, by));
    }
  }

  /**
   * Commits as GitHub, GitLab and Bitbucket list them; fields by the names that any of them uses.
   */
  void commits(JsonNode list, @Nullable String service, @Nullable String pusher) {
    for (JsonNode commit : list) {
      String id = Fields.text(commit, "id", "hash");
      String message = Fields.text(commit, "message");
      Instant time = Fields.time(commit, ZONE, "timestamp", "date").orElse(null);
      if (id == null || time == null) {
        note("a commit has no id or no time; it is left out");
        continue;
      }
      String subject = message == null ? id : message.lines().findFirst().orElse(id).strip();
      String author = Fields.text(commit.path("author"), "name", "raw", "username");
      add(
          new PushedCommit(
              time,
              service,
              id,
              subject.length() > LONGEST_SUBJECT
                  ? subject.substring(0, LONGEST_SUBJECT) + "…"
                  : subject,
              author == null ? pusher : author));
    }
  }
}
