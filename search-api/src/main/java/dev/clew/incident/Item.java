// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a time, on the timeline of an incident. Each mark has an item too, whose id is
 * {@code M-} and the mark's word; it is altered by altering the mark.
 *
 * @param id within the incident: {@code T1}; never given twice
 * @param text what happened; may cite evidence as {@code [E1]}
 * @param service whose; null when it is of none or of many
 * @param evidence id of what shows it; null when nothing does
 * @param by who wrote it last
 * @param revision how often it was written, from 1
 * @param sourced whether evidence that is still pinned supports it
 */
public record Item(
    String id,
    Instant time,
    ItemKind kind,
    String text,
    @Nullable String service,
    @Nullable String evidence,
    String by,
    long revision,
    boolean sourced) {}
