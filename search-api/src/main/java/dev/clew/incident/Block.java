// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import java.util.List;

/**
 * A part of the document.
 *
 * @param id within the incident: {@code B1}
 * @param text Markdown; cites evidence as {@code [E1]}
 * @param revision of the text, from 1
 * @param by who wrote this text, and {@code time} when
 */
public record Block(
    String id,
    Section section,
    Role role,
    String text,
    long revision,
    String by,
    Instant time,
    List<Comment> comments) {
  public Block {
    comments = List.copyOf(comments);
  }

  /** Its text as one of its versions. */
  public Version version() {
    return new Version(revision, text, by, time);
  }
}
