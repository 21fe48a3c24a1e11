// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Block;
import dev.clew.incident.Comment;
import dev.clew.incident.Incidents;
import dev.clew.incident.Role;
import dev.clew.incident.Section;
import dev.clew.incident.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Blocks of documents, each text they had, and what is said about them. */
final class BlockRows {
  private BlockRows() {}

  /** A version, and when whoever wrote it began to. */
  record Draft(Version version, Instant since) {}

  private record Place(long block, Comment comment) {}

  static void add(Handle handle, long incident, Block block, List<Version> versions) {
    long number = Keys.BLOCK.number(block.id());
    Sql.update(
        handle,
        "INSERT INTO block (incident, number, section, part) VALUES (?, ?, ?, ?)",
        incident,
        number,
        block.section().word(),
        block.role().word());
    versions.forEach(version -> add(handle, incident, number, new Draft(version, version.time())));
    block.comments().forEach(comment -> add(handle, incident, number, comment));
  }

  static List<Block> of(Handle handle, long incident) {
    Map<Long, List<Comment>> comments = comments(handle, incident);
    return Sql.list(
        handle,
        row ->
            new Block(
                Keys.BLOCK.id(row.number("number")),
                Section.named(row.text("section")),
                Role.named(row.text("part")),
                row.text("content"),
                row.number("revision"),
                row.text("told_by"),
                row.time("moment"),
                comments.getOrDefault(row.number("number"), List.of())),
        """
        SELECT block.*, v.revision, v.content, v.told_by, v.moment
        FROM block JOIN block_version v ON v.incident = block.incident AND v.block = block.number
        WHERE block.incident = ? AND v.revision =
          (SELECT MAX(revision) FROM block_version w
            WHERE w.incident = block.incident AND w.block = block.number)
        ORDER BY block.number
        """,
        incident);
  }

  static List<Draft> drafts(Handle handle, long incident, long block) {
    return Sql.list(
        handle,
        BlockRows::draft,
        "SELECT * FROM block_version WHERE incident = ? AND block = ? ORDER BY revision",
        incident,
        block);
  }

  private static Draft draft(Row row) throws SQLException {
    Version version =
        new Version(
            row.number("revision"), row.text("content"), row.text("told_by"), row.time("moment"));
    return new Draft(version, row.time("since"));
  }

  /** The one that holds. */
  static Optional<Draft> latest(Handle handle, long incident, long block) {
    return Sql.find(
        handle,
        BlockRows::draft,
        """
        SELECT * FROM block_version WHERE incident = ? AND block = ?
        ORDER BY revision DESC LIMIT 1
        """,
        incident,
        block);
  }

  static void add(Handle handle, long incident, long block, Draft draft) {
    Sql.requireRoom(
        Sql.number(
            handle,
            "SELECT COUNT(*) AS n FROM block_version WHERE incident = ? AND block = ?",
            incident,
            block),
        Incidents.MOST_VERSIONS,
        "versions of this block");
    Sql.update(
        handle,
        """
        INSERT INTO block_version (incident, block, revision, content, told_by, moment, since)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        incident,
        block,
        draft.version().revision(),
        draft.version().text(),
        draft.version().by(),
        draft.version().time(),
        draft.since());
  }

  static void drop(Handle handle, long incident, long block, long revision) {
    Sql.update(
        handle,
        "DELETE FROM block_version WHERE incident = ? AND block = ? AND revision = ?",
        incident,
        block,
        revision);
  }

  private static Map<Long, List<Comment>> comments(Handle handle, long incident) {
    return Sql.list(
            handle,
            row ->
                new Place(
                    row.number("block"),
                    new Comment(
                        Keys.COMMENT.id(row.number("number")),
                        row.text("content"),
                        row.text("told_by"),
                        row.time("moment"),
                        row.flag("resolved"))),
            "SELECT * FROM remark WHERE incident = ? ORDER BY number",
            incident)
        .stream()
        .collect(
            Collectors.groupingBy(
                Place::block, Collectors.mapping(Place::comment, Collectors.toList())));
  }

  static long nextComment(Handle handle, long incident) {
    long kept = Sql.number(handle, "SELECT COUNT(*) AS n FROM remark WHERE incident = ?", incident);
    Sql.requireRoom(kept, Incidents.MOST_COMMENTS, "comments");
    return Sql.number(
        handle,
        "SELECT COALESCE(MAX(number), 0) + 1 AS n FROM remark WHERE incident = ?",
        incident);
  }

  static void add(Handle handle, long incident, long block, Comment comment) {
    Sql.update(
        handle,
        """
        INSERT INTO remark (incident, number, block, content, told_by, moment, resolved)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        incident,
        Keys.COMMENT.number(comment.id()),
        block,
        comment.text(),
        comment.by(),
        comment.time(),
        comment.resolved());
  }

  /** False when there is no such comment on the block. */
  static boolean resolve(Handle handle, long incident, long block, long number, boolean resolved) {
    return Sql.update(
            handle,
            "UPDATE remark SET resolved = ? WHERE incident = ? AND block = ? AND number = ?",
            resolved,
            incident,
            block,
            number)
        > 0;
  }
}
