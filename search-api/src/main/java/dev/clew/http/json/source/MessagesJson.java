// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.source;

import dev.clew.code.Commit;
import dev.clew.code.statement.MessageChange;
import dev.clew.code.statement.Statement;
import dev.clew.code.statement.seen.Sightings.Seen;
import dev.clew.code.syntax.Said;
import dev.clew.event.EventTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which messages a commit added, changed and removed. */
public record MessagesJson(CommitJson commit, List<MessageJson> messages, List<String> unknowns) {

  public static MessagesJson of(Commit commit, List<MessageJson> messages, List<String> unknowns) {
    return new MessagesJson(CommitJson.of(commit), messages, unknowns);
  }

  /**
   * A message.
   *
   * @param change added, changed or removed
   * @param before the template before a change; else null
   * @param seen null when no store was asked, or the text is too short to look for
   */
  public record MessageJson(
      String change,
      String path,
      int first,
      int last,
      String function,
      String kind,
      @Nullable String level,
      String template,
      @Nullable String before,
      @Nullable SeenJson seen) {

    public static MessageJson of(MessageChange change, @Nullable Seen seen) {
      Said said = change.statement().said();
      Statement before = change.before();
      return new MessageJson(
          change.kind().name().toLowerCase(Locale.ROOT),
          change.statement().path(),
          said.first(),
          said.last(),
          said.function(),
          said.kind().name().toLowerCase(Locale.ROOT),
          said.level().isEmpty() ? null : said.level().toLowerCase(Locale.ROOT),
          change.statement().text(),
          before == null ? null : before.text(),
          seen == null ? null : SeenJson.of(seen));
    }
  }

  /**
   * What was seen of it.
   *
   * @param query that finds the events
   * @param first when the first was; null when there are none
   * @param event id of the first
   */
  public record SeenJson(
      String query, long count, @Nullable Instant first, @Nullable String event) {
    static SeenJson of(Seen seen) {
      var first = seen.first();
      return new SeenJson(
          seen.query(),
          seen.count(),
          first == null ? null : EventTime.instant(first.time().epochNanos()),
          first == null ? null : first.id().value());
    }
  }
}
