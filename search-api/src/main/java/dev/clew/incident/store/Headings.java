// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Block;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Opening;
import dev.clew.incident.Review;
import dev.clew.incident.ReviewStep;
import dev.clew.incident.Revised;
import dev.clew.incident.Role;
import dev.clew.incident.Section;
import dev.clew.incident.store.HeadRows.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Opens incidents, and alters what stands at their head. */
final class Headings {
  private Headings() {}

  static long open(Handle handle, Opening opening, Instant at) {
    long number = add(handle, Head.of(opening, at));
    HeadRows.add(handle, number, new ReviewStep(Review.DRAFT, opening.by(), at));
    for (Block block : empty(opening.by(), at)) {
      BlockRows.add(handle, number, block, List.of(block.version()));
    }
    return number;
  }

  static long add(Handle handle, Head head) {
    Sql.requireRoom(
        Sql.number(handle, "SELECT COUNT(*) AS n FROM incident"),
        Incidents.MOST_INCIDENTS,
        "incidents");
    return HeadRows.add(handle, head);
  }

  private static List<Block> empty(String by, Instant at) {
    List<Block> blocks = new ArrayList<>();
    for (Section section : Section.values()) {
      List<Role> roles =
          section == Section.ROOT_CAUSE
              ? List.of(Role.FACTS, Role.INTERPRETATION)
              : List.of(Role.TEXT);
      for (Role role : roles) {
        String id = Keys.BLOCK.id(blocks.size() + 1L);
        blocks.add(new Block(id, section, role, "", 1, by, at, List.of()));
      }
    }
    return blocks;
  }

  static void revise(Handle handle, long incident, Revised revised, Instant at) {
    Head head = HeadRows.find(handle, incident).orElseThrow();
    if (head.revision() != revised.revision()) {
      throw new IncidentException.Conflict(
          "revision %d was altered meanwhile; %d holds"
              .formatted(revised.revision(), head.revision()),
          Assembly.find(handle, incident).orElseThrow());
    }
    Head next = revised(head, revised);
    HeadRows.put(handle, incident, next);
    if (next.review() != head.review()) {
      HeadRows.add(handle, incident, new ReviewStep(next.review(), revised.by(), at));
    }
    Deeds.add(
        handle,
        incident,
        at,
        revised.by(),
        "revised",
        Keys.INCIDENT.id(incident),
        difference(head, next));
  }

  private static Head revised(Head head, Revised to) {
    String lead = to.lead();
    return new Head(
        or(to.title(), head.title()),
        to.severity() == null ? head.severity() : to.severity(),
        or(to.status(), head.status()),
        or(to.review(), head.review()),
        lead == null ? head.lead() : lead.isBlank() ? null : lead,
        or(to.zone(), head.zone()),
        head.created(),
        head.by(),
        head.revision() + 1);
  }

  private static <T> T or(@Nullable T given, T standing) {
    return given == null ? standing : given;
  }

  private static String difference(Head from, Head to) {
    List<String> parts = new ArrayList<>();
    tell(parts, "title", from.title(), to.title());
    tell(parts, "severity", from.severity(), to.severity());
    tell(parts, "status", from.status().word(), to.status().word());
    tell(parts, "review", from.review().word(), to.review().word());
    tell(parts, "lead", from.lead(), to.lead());
    tell(parts, "zone", from.zone(), to.zone());
    return String.join("; ", parts);
  }

  private static void tell(
      List<String> parts, String name, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      parts.add("%s: %s → %s".formatted(name, from == null ? "–" : from, to == null ? "–" : to));
    }
  }
}
