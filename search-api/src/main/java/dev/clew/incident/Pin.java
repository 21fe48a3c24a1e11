// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to be kept as evidence. Parts as {@link Evidence} tells them.
 *
 * @param copy the answer's bytes, which are never altered
 */
public record Pin(
    EvidenceKind kind,
    String title,
    Ask ask,
    @Nullable Chosen chosen,
    @Nullable String view,
    @Nullable Span range,
    String source,
    Instant taken,
    String by,
    byte[] copy,
    @Nullable Long total,
    @Nullable Instant first,
    @Nullable Instant last) {
  public Pin {
    title = Texts.line("title", title, Texts.TITLE);
    by = Texts.name(by);
  }
}
