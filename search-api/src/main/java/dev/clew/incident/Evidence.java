// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer of Clew's own API, without its bytes: {@link Incidents#copy} has these.
 *
 * @param id within the incident: {@code E1}; never given twice
 * @param ask what was asked
 * @param chosen which of the answer's things is meant; null for all of it
 * @param view address of the page it was pinned on, from its path on; null when unknown
 * @param range the time asked for; null when none was
 * @param source what the workbench called the store it asked
 * @param taken when it was asked
 * @param by who pinned it
 * @param sha256 of the copy, in 64 hexadecimal digits
 * @param bytes of the copy
 * @param total events it speaks of; null when these cannot be counted
 * @param first time of the first event in it; null when it has none
 * @param last time of the last event in it; null when it has none
 * @param used ids of the blocks and items that cite it
 */
public record Evidence(
    String id,
    EvidenceKind kind,
    String title,
    Ask ask,
    @Nullable Chosen chosen,
    @Nullable String view,
    @Nullable Span range,
    String source,
    Instant taken,
    String by,
    String sha256,
    long bytes,
    @Nullable Long total,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> used,
    Check check) {
  public Evidence {
    used = List.copyOf(used);
  }

  /** The same, cited by {@code places}. */
  public Evidence usedBy(List<String> places) {
    return new Evidence(
        id, kind, title, ask, chosen, view, range, source, taken, by, sha256, bytes, total, first,
        last, places, check);
  }
}
