// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an item of the timeline says. Parts as {@link Item} tells them. */
public record ItemText(
    Instant time,
    ItemKind kind,
    String text,
    @Nullable String service,
    @Nullable String evidence,
    String by) {
  public ItemText {
    text = Texts.text("text", text, Texts.ITEM);
    service = Texts.optional("service", service, Texts.TITLE);
    by = Texts.name(by);
  }
}
