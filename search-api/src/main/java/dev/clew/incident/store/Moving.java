// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Block;
import dev.clew.incident.Entry;
import dev.clew.incident.Evidence;
import dev.clew.incident.Incident;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Incidents;
import dev.clew.incident.Item;
import dev.clew.incident.Texts;
import dev.clew.incident.Version;
import dev.clew.incident.Whole;
import dev.clew.incident.store.EvidenceRows.Piece;
import dev.clew.incident.store.HeadRows.Head;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Whole incidents, out of a database and into another. What comes in is held to every limit. */
final class Moving {
  private static final int MOST_BLOCKS = 100;
  private static final int MOST_STEPS = 10_000;

  private Moving() {}

  static Whole out(Handle handle, long number, Incident incident) {
    Map<String, byte[]> copies = new HashMap<>();
    all(incident)
        .forEach(
            evidence ->
                copies.put(
                    evidence.id(),
                    EvidenceRows.copy(handle, number, Keys.EVIDENCE.number(evidence.id()))
                        .orElseThrow()));
    Map<String, List<Version>> versions = new HashMap<>();
    for (Block block : incident.blocks()) {
      versions.put(block.id(), Writing.versions(handle, number, block.id()));
    }
    return new Whole(incident, copies, versions, Deeds.of(handle, number));
  }

  private static Stream<Evidence> all(Incident incident) {
    return Stream.concat(incident.evidence().stream(), incident.removed().stream());
  }

  static long in(Handle handle, Whole whole, String by, Instant at) {
    Incident incident = whole.incident();
    requireRoom(whole);
    long number = Headings.add(handle, head(incident));
    incident.evidence().forEach(evidence -> keep(handle, number, evidence, false, whole));
    incident.removed().forEach(evidence -> keep(handle, number, evidence, true, whole));
    incident.reviews().forEach(step -> HeadRows.add(handle, number, step));
    incident.marks().forEach(mark -> HeadRows.mark(handle, number, mark));
    for (Item item : incident.items()) {
      if (!Assembly.isOfMark(item.id())) {
        keep(handle, number, item);
      }
    }
    for (Block block : incident.blocks()) {
      keep(handle, number, block, whole.versions().getOrDefault(block.id(), List.of()));
    }
    for (Entry entry : whole.history()) {
      Deeds.add(
          handle,
          number,
          entry.time(),
          Texts.name(entry.by()),
          Texts.line("what", entry.what(), Texts.NAME),
          Texts.bounded("subject", entry.subject(), Texts.TITLE),
          Texts.bounded("detail", entry.detail(), Texts.ITEM));
    }
    Deeds.add(handle, number, at, by, "brought", incident.id(), incident.title());
    return number;
  }

  private static void requireRoom(Whole whole) {
    Incident incident = whole.incident();
    most("pieces of evidence", all(incident).count(), Incidents.MOST_EVIDENCE);
    most("items", incident.items().size(), Incidents.MOST_ITEMS);
    most("blocks", incident.blocks().size(), MOST_BLOCKS);
    most("steps of the review", incident.reviews().size(), MOST_STEPS);
    most(
        "comments",
        incident.blocks().stream().mapToLong(block -> block.comments().size()).sum(),
        Incidents.MOST_COMMENTS);
    most("entries of the history", whole.history().size(), 10L * MOST_STEPS);
    for (List<Version> versions : whole.versions().values()) {
      most("versions of a block", versions.size(), Incidents.MOST_VERSIONS);
    }
  }

  private static void most(String things, long given, long most) {
    if (given > most) {
      throw new IncidentException.Full(
          "the incident has %,d %s, and at most %,d are taken".formatted(given, things, most));
    }
  }

  private static Head head(Incident incident) {
    return new Head(
        Texts.line("title", incident.title(), Texts.TITLE),
        incident.severity(),
        incident.status(),
        incident.review(),
        incident.lead() == null ? null : Texts.line("lead", incident.lead(), Texts.NAME),
        Texts.zone(incident.zone()),
        incident.created(),
        Texts.name(incident.by()),
        Math.max(1, incident.revision()));
  }

  private static void keep(
      Handle handle, long number, Evidence evidence, boolean removed, Whole whole) {
    byte[] copy = whole.copies().get(evidence.id());
    if (copy == null || !Digest.hex(copy).equals(evidence.sha256())) {
      throw new IllegalArgumentException(
          "%s: its copy is %s".formatted(evidence.id(), copy == null ? "missing" : "altered"));
    }
    Pinning.requireSmall(copy);
    Texts.line("title", evidence.title(), Texts.TITLE);
    Texts.name(evidence.by());
    Texts.text("source", evidence.source(), Texts.ITEM);
    if (evidence.view() != null) {
      Texts.ownPath("view", evidence.view());
    }
    // the digest of the bytes finds fewer repetitions than that of what counts in them, never more
    EvidenceRows.add(handle, number, new Piece(evidence, removed), evidence.sha256(), copy);
  }

  private static void keep(Handle handle, long number, Item item) {
    Texts.text("text", item.text(), Texts.ITEM);
    Texts.name(item.by());
    String cited = item.evidence();
    ItemRows.add(handle, number, item, cited == null ? null : Keys.EVIDENCE.number(cited), null);
  }

  private static void keep(Handle handle, long number, Block block, List<Version> versions) {
    List<Version> all = versions.isEmpty() ? List.of(block.version()) : versions;
    if (!all.getLast().equals(block.version())) {
      throw new IllegalArgumentException(block.id() + ": its last version is not its text");
    }
    for (Version version : all) {
      Texts.bounded("text", version.text(), Incidents.LONGEST_BLOCK);
      Texts.name(version.by());
    }
    block
        .comments()
        .forEach(comment -> Texts.text("text", comment.text(), Incidents.LONGEST_COMMENT));
    BlockRows.add(handle, number, block, all);
  }
}
