// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Gravity;
import dev.clew.incident.Heading;
import dev.clew.incident.Mark;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Opening;
import dev.clew.incident.Review;
import dev.clew.incident.ReviewStep;
import dev.clew.incident.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What stands at the head of an incident: its title and the like, marks, steps of the review. */
final class HeadRows {
  private static final String HEADINGS =
      """
      SELECT incident.*,
        (SELECT moment FROM mark WHERE incident = number AND kind = 'started') AS started,
        (SELECT moment FROM mark WHERE incident = number AND kind = 'resolved') AS resolved,
        (SELECT COUNT(*) FROM evidence
          WHERE evidence.incident = incident.number AND removed = 0) AS pieces
      FROM incident ORDER BY number DESC
      """;

  private HeadRows() {}

  /** The head of an incident. */
  record Head(
      String title,
      @Nullable Gravity severity,
      Status status,
      Review review,
      @Nullable String lead,
      String zone,
      Instant created,
      String by,
      long revision) {
    static Head of(Opening opening, Instant at) {
      return new Head(
          opening.title(),
          opening.severity(),
          Status.OPEN,
          Review.DRAFT,
          opening.lead(),
          opening.zone(),
          at,
          opening.by(),
          1);
    }
  }

  static long add(Handle handle, Head head) {
    long number = Sql.number(handle, "SELECT COALESCE(MAX(number), 0) + 1 AS n FROM incident");
    Sql.update(
        handle,
        """
        INSERT INTO incident
          (number, title, severity, status, review, lead, zone, created, opened_by, revision)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        head.title(),
        word(head.severity()),
        head.status().word(),
        head.review().word(),
        head.lead(),
        head.zone(),
        head.created(),
        head.by(),
        head.revision());
    return number;
  }

  static void put(Handle handle, long incident, Head head) {
    Sql.update(
        handle,
        """
        UPDATE incident SET title = ?, severity = ?, status = ?, review = ?, lead = ?, zone = ?,
          revision = ?
        WHERE number = ?
        """,
        head.title(),
        word(head.severity()),
        head.status().word(),
        head.review().word(),
        head.lead(),
        head.zone(),
        head.revision(),
        incident);
  }

  private static @Nullable String word(@Nullable Gravity severity) {
    return severity == null ? null : severity.word();
  }

  private static @Nullable Gravity severity(Row row) throws SQLException {
    String word = row.textOrNull("severity");
    return word == null ? null : Gravity.named(word);
  }

  static Optional<Head> find(Handle handle, long incident) {
    return Sql.find(
        handle,
        row ->
            new Head(
                row.text("title"),
                severity(row),
                Status.named(row.text("status")),
                Review.named(row.text("review")),
                row.textOrNull("lead"),
                row.text("zone"),
                row.time("created"),
                row.text("opened_by"),
                row.number("revision")),
        "SELECT * FROM incident WHERE number = ?",
        incident);
  }

  /** All of them, the latest first. */
  static List<Heading> list(Handle handle) {
    return Sql.list(
        handle,
        row ->
            new Heading(
                Keys.INCIDENT.id(row.number("number")),
                row.text("title"),
                severity(row),
                Status.named(row.text("status")),
                Review.named(row.text("review")),
                row.time("created"),
                row.timeOrNull("started"),
                row.timeOrNull("resolved"),
                Math.toIntExact(row.number("pieces")),
                row.textOrNull("lead")),
        HEADINGS);
  }

  static void mark(Handle handle, long incident, Mark mark) {
    unmark(handle, incident, mark.kind());
    Long evidence = mark.evidence() == null ? null : Keys.EVIDENCE.number(mark.evidence());
    Sql.update(
        handle,
        "INSERT INTO mark (incident, kind, moment, told_by, evidence) VALUES (?, ?, ?, ?, ?)",
        incident,
        mark.kind().word(),
        mark.time(),
        mark.by(),
        evidence);
  }

  static int unmark(Handle handle, long incident, MarkKind kind) {
    return Sql.update(
        handle, "DELETE FROM mark WHERE incident = ? AND kind = ?", incident, kind.word());
  }

  static List<Mark> marks(Handle handle, long incident) {
    return Sql.list(
            handle,
            row ->
                new Mark(
                    MarkKind.named(row.text("kind")),
                    row.time("moment"),
                    row.text("told_by"),
                    Keys.evidenceId(row.numberOrNull("evidence"))),
            "SELECT * FROM mark WHERE incident = ?",
            incident)
        .stream()
        .sorted(Comparator.comparing(Mark::kind))
        .toList();
  }

  static void add(Handle handle, long incident, ReviewStep step) {
    Sql.update(
        handle,
        """
        INSERT INTO review_step (incident, place, state, told_by, moment)
        SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?, ? FROM review_step WHERE incident = ?
        """,
        incident,
        step.state().word(),
        step.by(),
        step.time(),
        incident);
  }

  static List<ReviewStep> reviews(Handle handle, long incident) {
    return Sql.list(
        handle,
        row ->
            new ReviewStep(
                Review.named(row.text("state")), row.text("told_by"), row.time("moment")),
        "SELECT * FROM review_step WHERE incident = ? ORDER BY place",
        incident);
  }
}
