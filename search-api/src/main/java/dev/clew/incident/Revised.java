// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an incident's heading; null leaves a part as it is.
 *
 * @param revision that was read
 * @param lead empty for nobody
 * @param by who says so
 */
public record Revised(
    long revision,
    String by,
    @Nullable String title,
    @Nullable Gravity severity,
    @Nullable Status status,
    @Nullable Review review,
    @Nullable String lead,
    @Nullable String zone) {
  public Revised {
    by = Texts.name(by);
    title = title == null ? null : Texts.line("title", title, Texts.TITLE);
    lead = lead == null || lead.isBlank() ? lead : Texts.line("lead", lead, Texts.NAME);
    zone = zone == null ? null : Texts.zone(zone);
  }
}
