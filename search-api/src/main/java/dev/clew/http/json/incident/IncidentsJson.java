// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import dev.clew.incident.Entry;
import dev.clew.incident.Heading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All incidents, the latest first.
 *
 * @param keeps that further ones are taken and kept
 */
public record IncidentsJson(boolean keeps, List<HeadingJson> incidents) {
  public static IncidentsJson of(boolean keeps, List<Heading> headings) {
    return new IncidentsJson(keeps, headings.stream().map(HeadingJson::of).toList());
  }

  /**
   * One in a line.
   *
   * @param evidence how many pieces it has
   */
  public record HeadingJson(
      String id,
      String title,
      @Nullable String severity,
      String status,
      String review,
      Instant created,
      @Nullable Instant started,
      @Nullable Instant resolved,
      int evidence,
      @Nullable String lead) {
    static HeadingJson of(Heading heading) {
      return new HeadingJson(
          heading.id(),
          heading.title(),
          heading.severity() == null ? null : heading.severity().word(),
          heading.status().word(),
          heading.review().word(),
          heading.created(),
          heading.started(),
          heading.resolved(),
          heading.evidence(),
          heading.lead());
    }
  }

  /**
   * What was done to an incident.
   *
   * @param what in a word: opened, revised, marked, pinned, …
   * @param subject id of what it was done to
   */
  public record EntryJson(Instant time, String by, String what, String subject, String detail) {
    static EntryJson of(Entry entry) {
      return new EntryJson(entry.time(), entry.by(), entry.what(), entry.subject(), entry.detail());
    }
  }

  /** All of it, the first first. */
  public record HistoryJson(List<EntryJson> entries) {
    public static HistoryJson of(List<Entry> entries) {
      return new HistoryJson(entries.stream().map(EntryJson::of).toList());
    }
  }
}
