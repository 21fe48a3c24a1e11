// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import org.jspecify.annotations.Nullable;

/**
 * What an incident is opened with.
 *
 * @param zone of IANA
 * @param by who opens it
 */
public record Opening(
    String title, @Nullable Gravity severity, @Nullable String lead, String zone, String by) {
  public Opening {
    title = Texts.line("title", title, Texts.TITLE);
    lead = Texts.optional("lead", lead, Texts.NAME);
    zone = Texts.zone(zone);
    by = Texts.name(by);
  }
}
