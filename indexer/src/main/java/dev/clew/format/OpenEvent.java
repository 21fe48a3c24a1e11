// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.format.field.Draft;
import dev.clew.format.join.Content;
import dev.clew.format.join.Envelope;
import dev.clew.format.join.Stream;
import dev.clew.format.line.LineParser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event whose lines are still coming: who reads it, and the chunks of a line that was cut. */
final class OpenEvent {
  private final Draft draft;
  private final Stream stream;
  private final LineParser parser;
  private @Nullable StringBuilder chunks;
  private @Nullable Content content;
  private String line = "";

  OpenEvent(Draft draft, Stream stream, LineParser parser) {
    this.draft = draft;
    this.stream = stream;
    this.parser = parser;
  }

  Draft draft() {
    return draft;
  }

  Stream stream() {
    return stream;
  }

  LineParser parser() {
    return parser;
  }

  /** The first line was cut: {@code part} is what it holds. */
  void cut(String first, Content part) {
    line = first;
    content = part;
    chunks = new StringBuilder(part.text());
  }

  /** True when the first line was cut. */
  boolean isCut() {
    return chunks != null;
  }

  /** Adds a chunk; false when the first line was not cut. */
  boolean add(String text) {
    if (chunks == null) {
      return false;
    }
    chunks.append(text);
    return true;
  }

  Content content() {
    return Objects.requireNonNull(content, "the line was not cut");
  }

  /** The line as it was before it was cut. */
  String whole(Envelope envelope) {
    return envelope.whole(line, content(), String.valueOf(chunks));
  }
}
