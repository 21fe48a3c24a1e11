// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import dev.clew.incident.Block;
import dev.clew.incident.Comment;
import dev.clew.incident.Version;
import java.time.Instant;
import java.util.List;

/**
 * A part of the document.
 *
 * @param section summary, impact, timeline, root-cause, contributing, went-well, went-badly,
 *     actions or review
 * @param role facts, interpretation or text
 * @param text Markdown; cites evidence as {@code [E1]}
 */
public record BlockJson(
    String id,
    String section,
    String role,
    String text,
    long revision,
    String by,
    Instant time,
    List<CommentJson> comments) {
  public static BlockJson of(Block block) {
    return new BlockJson(
        block.id(),
        block.section().word(),
        block.role().word(),
        block.text(),
        block.revision(),
        block.by(),
        block.time(),
        block.comments().stream().map(CommentJson::of).toList());
  }

  /** What somebody says of a block. */
  public record CommentJson(String id, String text, String by, Instant time, boolean resolved) {
    static CommentJson of(Comment comment) {
      return new CommentJson(
          comment.id(), comment.text(), comment.by(), comment.time(), comment.resolved());
    }
  }

  /** One of the texts that a block had. */
  public record VersionJson(long revision, String text, String by, Instant time) {
    public static VersionJson of(Version version) {
      return new VersionJson(version.revision(), version.text(), version.by(), version.time());
    }
  }

  /** All of them, the first first. */
  public record VersionsJson(List<VersionJson> versions) {
    public static VersionsJson of(List<Version> versions) {
      return new VersionsJson(versions.stream().map(VersionJson::of).toList());
    }
  }
}
