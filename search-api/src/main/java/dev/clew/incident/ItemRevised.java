// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an item; null leaves a part as it is.
 *
 * @param revision that was read
 * @param evidence empty for none
 */
public record ItemRevised(
    long revision,
    @Nullable Instant time,
    @Nullable String text,
    @Nullable String evidence,
    boolean remove,
    String by) {
  public ItemRevised {
    text = text == null ? null : Texts.text("text", text, Texts.ITEM);
    by = Texts.name(by);
  }
}
