// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.TimeQuality;
import dev.clew.ingest.rule.Said;
import dev.clew.ingest.rule.SourceRules;
import dev.clew.source.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How to read what the lines themselves leave open.
 *
 * @param zone where times without a zone were written, for sources of which no rule speaks
 * @param rules what is said about single sources
 * @param now the date of standard input, and of files without a credible one
 */
public record ReadSettings(ZoneId zone, SourceRules rules, Instant now) {
  /** Archives made reproducible date their members 1970 or 1980. */
  private static final Instant CREDIBLE = Instant.parse("1990-01-01T00:00:00Z");

  /** Settings without rules for single sources. */
  public ReadSettings(ZoneId zone, Instant now) {
    this(zone, SourceRules.NONE, now);
  }

  /** What is known about {@code source} before its lines are read. */
  public SourceSettings of(Source source) {
    Optional<Said> ruled = rules.zone(source.name(), source.path());
    return new SourceSettings(
        ruled.map(said -> ZoneId.of(said.value())).orElse(zone),
        ruled.isPresent() ? TimeQuality.Zone.RULE : TimeQuality.Zone.ASSUMED,
        source.modified().isBefore(CREDIBLE) ? now : source.modified(),
        ruled.orElse(new Said(zone.getId(), "assumed")),
        rules.service(source.name(), source.path()),
        rules.host(source.name(), source.path()),
        rules.encoding(source.name(), source.path()),
        rules.attributes(source.name(), source.path()));
  }
}
