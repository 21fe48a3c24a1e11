// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import dev.clew.incident.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a time.
 *
 * @param id {@code T1}; of a mark {@code M-} and its word
 * @param kind event, deploy, config, commit, alert, note or mark
 * @param evidence id of what shows it
 * @param sourced whether evidence supports it
 */
public record ItemJson(
    String id,
    Instant time,
    String kind,
    String text,
    @Nullable String service,
    @Nullable String evidence,
    String by,
    long revision,
    boolean sourced) {
  public static ItemJson of(Item item) {
    return new ItemJson(
        item.id(),
        item.time(),
        item.kind().word(),
        item.text(),
        item.service(),
        item.evidence(),
        item.by(),
        item.revision(),
        item.sourced());
  }
}
