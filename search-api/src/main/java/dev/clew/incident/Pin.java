// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to be kept as evidence. Parts as {@link Evidence} tells them.
 *
 * @param copy the answer's bytes, which are never altered
 * @param essence what is the same for two answers that say the same, such as a digest of what
 *     counts in them
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
    String essence,
    @Nullable Long total,
    @Nullable Instant first,
    @Nullable Instant last) {
  public Pin {
    title = Texts.line("title", title, Texts.TITLE);
    by = Texts.name(by);
    view = view == null ? null : Texts.ownPath("view", view);
    if (ask.path().length() > Incidents.LONGEST_PATH) {
      throw new IllegalArgumentException("ask: its path is too long");
    }
    if (chosen != null) {
      Texts.line("chosen.kind", chosen.kind(), Texts.NAME);
      Texts.line("chosen.id", chosen.id(), Texts.ITEM);
    }
  }
}
