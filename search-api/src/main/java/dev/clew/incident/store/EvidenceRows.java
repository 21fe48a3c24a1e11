// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Check;
import dev.clew.incident.Chosen;
import dev.clew.incident.Evidence;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Span;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Evidence and the bytes of answers. */
final class EvidenceRows {
  private EvidenceRows() {}

  /**
   * A piece of evidence.
   *
   * @param removed that it was taken off
   */
  record Piece(Evidence evidence, boolean removed) {}

  static List<Piece> of(Handle handle, long incident) {
    return Sql.list(
        handle,
        EvidenceRows::read,
        "SELECT * FROM evidence WHERE incident = ? ORDER BY number",
        incident);
  }

  static Optional<Piece> find(Handle handle, long incident, long number) {
    return Sql.find(
        handle,
        EvidenceRows::read,
        "SELECT * FROM evidence WHERE incident = ? AND number = ?",
        incident,
        number);
  }

  private static Piece read(Row row) throws SQLException {
    String chosen = row.textOrNull("chosen_kind");
    Instant from = row.timeOrNull("range_from");
    Instant to = row.timeOrNull("range_to");
    Evidence evidence =
        new Evidence(
            Keys.EVIDENCE.id(row.number("number")),
            EvidenceKind.named(row.text("kind")),
            row.text("title"),
            AskText.read(row.text("ask")),
            chosen == null ? null : new Chosen(chosen, row.text("chosen_id")),
            row.textOrNull("page"),
            from == null || to == null ? null : new Span(from, to),
            row.text("source"),
            row.time("taken"),
            row.text("told_by"),
            row.text("sha256"),
            row.number("bytes"),
            row.numberOrNull("total"),
            row.timeOrNull("first_event"),
            row.timeOrNull("last_event"),
            List.of(),
            check(row));
    return new Piece(evidence, row.flag("removed"));
  }

  private static Check check(Row row) throws SQLException {
    return new Check(
        Check.State.named(row.text("check_state")),
        row.textOrNull("check_was"),
        row.textOrNull("check_now"),
        row.timeOrNull("check_at"),
        row.textOrNull("check_why"));
  }

  /** The id of the one that holds the same answer to the same question. */
  static Optional<Long> same(Handle handle, long incident, Evidence like, String essence) {
    return Sql.list(
            handle,
            row -> new Piece(read(row).evidence(), false),
            """
            SELECT * FROM evidence
            WHERE incident = ? AND ask = ? AND essence = ? AND kind = ? AND removed = 0
            ORDER BY number
            """,
            incident,
            AskText.of(like.ask()),
            essence,
            like.kind().word())
        .stream()
        .map(Piece::evidence)
        .filter(known -> Objects.equals(known.chosen(), like.chosen()))
        .map(known -> Keys.EVIDENCE.number(known.id()))
        .findFirst();
  }

  static long next(Handle handle, long incident) {
    Sql.requireRoom(
        Sql.number(handle, "SELECT COUNT(*) AS n FROM evidence WHERE incident = ?", incident),
        Incidents.MOST_EVIDENCE,
        "pieces of evidence");
    return Sql.number(
        handle,
        "SELECT COALESCE(MAX(number), 0) + 1 AS n FROM evidence WHERE incident = ?",
        incident);
  }

  static void add(Handle handle, long incident, Piece piece, String essence, byte[] copy) {
    Evidence evidence = piece.evidence();
    keep(handle, evidence.sha256(), copy);
    Sql.update(
        handle,
        """
        INSERT INTO evidence (incident, number, kind, title, ask, chosen_kind, chosen_id, page,
          range_from, range_to, source, taken, told_by, sha256, bytes, essence, total, first_event,
          last_event, removed, check_state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unchecked')
        """,
        incident,
        Keys.EVIDENCE.number(evidence.id()),
        evidence.kind().word(),
        evidence.title(),
        AskText.of(evidence.ask()),
        evidence.chosen() == null ? null : evidence.chosen().kind(),
        evidence.chosen() == null ? null : evidence.chosen().id(),
        evidence.view(),
        evidence.range() == null ? null : evidence.range().from(),
        evidence.range() == null ? null : evidence.range().to(),
        evidence.source(),
        evidence.taken(),
        evidence.by(),
        evidence.sha256(),
        evidence.bytes(),
        essence,
        evidence.total(),
        evidence.first(),
        evidence.last(),
        piece.removed());
    check(handle, incident, Keys.EVIDENCE.number(evidence.id()), evidence.check());
  }

  private static void keep(Handle handle, String sha256, byte[] copy) {
    long kept = Sql.number(handle, "SELECT COALESCE(SUM(bytes), 0) AS n FROM answer");
    if (kept + copy.length > Incidents.MOST_STORED) {
      throw new IncidentException.Full(
          "copies of %,d bytes are kept, and no more than %,d are taken"
              .formatted(kept, Incidents.MOST_STORED));
    }
    Sql.update(
        handle,
        "INSERT INTO answer (sha256, bytes, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        sha256,
        (long) copy.length,
        copy);
  }

  static Optional<byte[]> copy(Handle handle, long incident, long number) {
    return Sql.find(
        handle,
        row -> row.bytes("content"),
        """
        SELECT answer.content FROM evidence JOIN answer ON answer.sha256 = evidence.sha256
        WHERE incident = ? AND number = ?
        """,
        incident,
        number);
  }

  static String essence(Handle handle, long incident, long number) {
    return Sql.find(
            handle,
            row -> row.text("essence"),
            "SELECT essence FROM evidence WHERE incident = ? AND number = ?",
            incident,
            number)
        .orElseThrow();
  }

  static void title(Handle handle, long incident, long number, String title) {
    Sql.update(
        handle,
        "UPDATE evidence SET title = ? WHERE incident = ? AND number = ?",
        title,
        incident,
        number);
  }

  static void remove(Handle handle, long incident, long number, boolean removed) {
    Sql.update(
        handle,
        "UPDATE evidence SET removed = ? WHERE incident = ? AND number = ?",
        removed,
        incident,
        number);
  }

  static void check(Handle handle, long incident, long number, Check check) {
    Sql.update(
        handle,
        """
        UPDATE evidence SET check_state = ?, check_was = ?, check_now = ?, check_at = ?,
          check_why = ?
        WHERE incident = ? AND number = ?
        """,
        check.state().word(),
        check.was(),
        check.now(),
        check.at(),
        check.why(),
        incident,
        number);
  }

  /** The number of a piece that may be cited. */
  static @Nullable Long citable(Handle handle, long incident, @Nullable String id) {
    if (id == null || id.isEmpty()) {
      return null;
    }
    return Keys.EVIDENCE.find(id).stream()
        .boxed()
        .filter(
            number -> find(handle, incident, number).filter(piece -> !piece.removed()).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("evidence: there is no \"%s\"".formatted(id)));
  }
}
