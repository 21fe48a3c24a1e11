// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.TimeQuality;
import dev.clew.format.field.Draft;
import dev.clew.format.time.SourceClock;
import dev.clew.ingest.rule.Said;
import dev.clew.source.text.TextEncoding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one source before its lines are read. What an event says itself wins.
 *
 * @param zone where times without a zone were written
 * @param zoneFrom whether a rule names the zone
 * @param written when it was last written: a missing year or date is understood by it
 * @param zoneSaid the zone as people read it
 * @param service of events that name none
 * @param host of events that name none
 * @param encoding of its bytes; empty when they tell
 * @param attributes further fields of all events
 */
public record SourceSettings(
    ZoneId zone,
    TimeQuality.Zone zoneFrom,
    Instant written,
    Said zoneSaid,
    Optional<Said> service,
    Optional<Said> host,
    Optional<Said> encoding,
    Map<String, String> attributes) {

  public SourceSettings {
    attributes = Map.copyOf(attributes);
  }

  /** What reads the source's times. */
  public SourceClock clock() {
    return new SourceClock(zone, zoneFrom, written);
  }

  /** How its bytes are to be read; null when they tell. */
  @Nullable TextEncoding textEncoding() {
    return encoding.flatMap(said -> TextEncoding.named(said.value())).orElse(null);
  }

  /** Tells {@code draft} what it does not say itself. */
  public void complete(Draft draft) {
    if (draft.host() == null && host.isPresent()) {
      draft.host(host.get().value());
    }
    if (draft.service() == null && service.isPresent()) {
      draft.service(service.get().value());
    }
    attributes.forEach(draft::attribute);
  }

  /** Service, host and zone, each with the rule that says so, as people read them. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    service.ifPresent(said -> words.add("service " + said));
    host.ifPresent(said -> words.add("host " + said));
    words.add("zone " + zoneSaid);
    encoding.ifPresent(said -> words.add("encoding " + said));
    return words;
  }
}
