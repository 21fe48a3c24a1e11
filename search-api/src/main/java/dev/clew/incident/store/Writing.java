// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Block;
import dev.clew.incident.Comment;
import dev.clew.incident.IncidentException;
import dev.clew.incident.Item;
import dev.clew.incident.ItemRevised;
import dev.clew.incident.ItemText;
import dev.clew.incident.Version;
import dev.clew.incident.store.BlockRows.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people write: items of the timeline, blocks of the document, comments. */
final class Writing {
  private Writing() {}

  static void add(Handle handle, long incident, ItemText text, @Nullable String after, Instant at) {
    Long evidence = EvidenceRows.citable(handle, incident, text.evidence());
    Long before = after == null || Assembly.isOfMark(after) ? null : item(handle, incident, after);
    Item item =
        new Item(
            Keys.ITEM.id(ItemRows.next(handle, incident)),
            text.time(),
            text.kind(),
            text.text(),
            text.service(),
            Keys.evidenceId(evidence),
            text.by(),
            1,
            false);
    ItemRows.add(handle, incident, item, evidence, before);
    Deeds.add(handle, incident, at, text.by(), "added", item.id(), item.text());
  }

  private static long item(Handle handle, long incident, String id) {
    long number = Keys.ITEM.number(id);
    if (ItemRows.find(handle, incident, number).isEmpty()) {
      throw Keys.ITEM.unknown(id);
    }
    return number;
  }

  static void revise(Handle handle, long incident, String id, ItemRevised revised, Instant at) {
    if (Assembly.isOfMark(id)) {
      throw new IllegalArgumentException(id + " is the item of a mark; alter the mark instead");
    }
    Item item =
        ItemRows.find(handle, incident, Keys.ITEM.number(id))
            .orElseThrow(() -> Keys.ITEM.unknown(id));
    if (item.revision() != revised.revision()) {
      throw new IncidentException.Conflict(
          "revision %d of %s was altered meanwhile; %d holds"
              .formatted(revised.revision(), id, item.revision()),
          shown(handle, incident, item));
    }
    Long evidence = evidence(handle, incident, item, revised);
    Item next =
        new Item(
            id,
            Objects.requireNonNullElse(revised.time(), item.time()),
            item.kind(),
            Objects.requireNonNullElse(revised.text(), item.text()),
            item.service(),
            Keys.evidenceId(evidence),
            revised.by(),
            item.revision() + 1,
            false);
    ItemRows.put(handle, incident, next, evidence, revised.remove());
    String what = revised.remove() ? "removed" : "revised";
    Deeds.add(handle, incident, at, revised.by(), what, id, item.text());
  }

  /** One that stands may stay, though it was taken off meanwhile. */
  private static @Nullable Long evidence(
      Handle handle, long incident, Item item, ItemRevised revised) {
    if (revised.evidence() == null || revised.evidence().equals(item.evidence())) {
      return item.evidence() == null ? null : Keys.EVIDENCE.number(item.evidence());
    }
    return EvidenceRows.citable(handle, incident, revised.evidence());
  }

  private static Item shown(Handle handle, long incident, Item item) {
    return Assembly.find(handle, incident).orElseThrow().items().stream()
        .filter(shown -> shown.id().equals(item.id()))
        .findFirst()
        .orElse(item);
  }

  /**
   * @param written the text, its author and time, and the revision that was read
   */
  static void write(Handle handle, long incident, String id, Version written) {
    long block = Keys.BLOCK.number(id);
    Draft latest =
        BlockRows.latest(handle, incident, block).orElseThrow(() -> Keys.BLOCK.unknown(id));
    Version current = latest.version();
    if (current.revision() != written.revision()) {
      throw new IncidentException.Conflict(
          "revision %d of %s was written over meanwhile; %d holds"
              .formatted(written.revision(), id, current.revision()),
          block(handle, incident, id));
    }
    if (current.text().equals(written.text())) {
      return;
    }
    boolean covers = Autosave.covers(latest, written.text(), written.by(), written.time());
    Version next =
        new Version(current.revision() + 1, written.text(), written.by(), written.time());
    if (covers) {
      BlockRows.drop(handle, incident, block, current.revision());
    }
    BlockRows.add(
        handle, incident, block, new Draft(next, covers ? latest.since() : written.time()));
    if (!covers) {
      Deeds.add(handle, incident, written.time(), written.by(), "wrote", id, "");
    }
  }

  private static Block block(Handle handle, long incident, String id) {
    return BlockRows.of(handle, incident).stream()
        .filter(block -> block.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Keys.BLOCK.unknown(id));
  }

  static List<Version> versions(Handle handle, long incident, String id) {
    List<Draft> drafts = BlockRows.drafts(handle, incident, Keys.BLOCK.number(id));
    if (drafts.isEmpty()) {
      throw Keys.BLOCK.unknown(id);
    }
    return drafts.stream().map(Draft::version).toList();
  }

  static void comment(Handle handle, long incident, String id, String text, String by, Instant at) {
    Block block = block(handle, incident, id);
    String comment = Keys.COMMENT.id(BlockRows.nextComment(handle, incident));
    BlockRows.add(
        handle, incident, Keys.BLOCK.number(block.id()), new Comment(comment, text, by, at, false));
    Deeds.add(handle, incident, at, by, "commented", id, text);
  }

  static void resolve(
      Handle handle,
      long incident,
      String id,
      String comment,
      boolean resolved,
      String by,
      Instant at) {
    long block = Keys.BLOCK.number(id);
    long number = Keys.COMMENT.number(comment);
    if (!BlockRows.resolve(handle, incident, block, number, resolved)) {
      throw Keys.COMMENT.unknown(comment);
    }
    Deeds.add(handle, incident, at, by, resolved ? "resolved" : "reopened", comment, "");
  }
}
