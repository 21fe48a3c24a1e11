// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Check;
import dev.clew.incident.Evidence;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Pin;
import dev.clew.incident.Pinned;
import dev.clew.incident.store.EvidenceRows.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps answers as evidence. */
final class Pinning {
  private Pinning() {}

  static Pinned pin(Handle handle, long incident, Pin pin, Instant at) {
    requireSmall(pin.copy());
    Evidence like = evidence(pin, "");
    Optional<Long> known = EvidenceRows.same(handle, incident, like, pin.essence());
    if (known.isPresent()) {
      return new Pinned(told(handle, incident, Keys.EVIDENCE.id(known.get())), true);
    }
    Evidence evidence = evidence(pin, Keys.EVIDENCE.id(EvidenceRows.next(handle, incident)));
    EvidenceRows.add(handle, incident, new Piece(evidence, false), pin.essence(), pin.copy());
    Deeds.add(handle, incident, at, pin.by(), "pinned", evidence.id(), evidence.title());
    return new Pinned(told(handle, incident, evidence.id()), false);
  }

  static void requireSmall(byte[] copy) {
    if (copy.length > Incidents.MOST_COPY) {
      throw new IncidentException.Full(
          "the answer has %,d bytes, and a copy may have %,d"
              .formatted(copy.length, Incidents.MOST_COPY));
    }
  }

  private static Evidence told(Handle handle, long incident, String id) {
    return Assembly.find(handle, incident).orElseThrow().evidence().stream()
        .filter(evidence -> evidence.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Evidence evidence(Pin pin, String id) {
    return new Evidence(
        id,
        pin.kind(),
        pin.title(),
        pin.ask(),
        pin.chosen(),
        pin.view(),
        pin.range(),
        pin.source(),
        pin.taken(),
        pin.by(),
        Digest.hex(pin.copy()),
        pin.copy().length,
        pin.total(),
        pin.first(),
        pin.last(),
        List.of(),
        Check.UNCHECKED);
  }

  /** The number of a piece that was pinned, taken off or not. */
  static long existing(Handle handle, long incident, String evidence) {
    long number = Keys.EVIDENCE.number(evidence);
    if (EvidenceRows.find(handle, incident, number).isEmpty()) {
      throw Keys.EVIDENCE.unknown(evidence);
    }
    return number;
  }
}
