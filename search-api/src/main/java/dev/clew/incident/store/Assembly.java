// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.store;

import dev.clew.incident.Block;
import dev.clew.incident.Citations;
import dev.clew.incident.Evidence;
import dev.clew.incident.Incident;
import dev.clew.incident.Item;
import dev.clew.incident.ItemKind;
import dev.clew.incident.Mark;
import dev.clew.incident.store.EvidenceRows.Piece;
import dev.clew.incident.store.HeadRows.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts an incident together, and tells who cites what. */
final class Assembly {
  private static final String OF_MARK = "M-";

  private Assembly() {}

  static Optional<Incident> find(Handle handle, long number) {
    return HeadRows.find(handle, number).map(head -> of(handle, number, head));
  }

  private static Incident of(Handle handle, long number, Head head) {
    List<Piece> pieces = EvidenceRows.of(handle, number);
    List<Mark> marks = HeadRows.marks(handle, number);
    List<Block> blocks = BlockRows.of(handle, number);
    List<Item> items = items(ItemRows.of(handle, number), marks, pinned(pieces));
    Map<String, List<String>> citing = citing(blocks, items);
    return new Incident(
        Keys.INCIDENT.id(number),
        head.title(),
        head.severity(),
        head.status(),
        head.review(),
        head.lead(),
        head.zone(),
        head.created(),
        head.by(),
        head.revision(),
        marks,
        HeadRows.reviews(handle, number),
        cited(pieces, false, citing),
        cited(pieces, true, citing),
        items,
        blocks);
  }

  private static List<Evidence> cited(
      List<Piece> pieces, boolean removed, Map<String, List<String>> citing) {
    return pieces.stream()
        .filter(piece -> piece.removed() == removed)
        .map(Piece::evidence)
        .map(evidence -> evidence.usedBy(citing.getOrDefault(evidence.id(), List.of())))
        .toList();
  }

  private static Set<String> pinned(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !piece.removed())
        .map(piece -> piece.evidence().id())
        .collect(Collectors.toSet());
  }

  /** Those of people and those of marks; a mark comes first among items of its time. */
  private static List<Item> items(List<Item> told, List<Mark> marks, Set<String> pinned) {
    List<Item> items = new ArrayList<>();
    marks.forEach(mark -> items.add(item(mark)));
    items.addAll(told);
    items.sort(Comparator.comparing(Item::time));
    return items.stream().map(item -> sourced(item, pinned)).toList();
  }

  private static Item item(Mark mark) {
    String word = mark.kind().word();
    return new Item(
        OF_MARK + word,
        mark.time(),
        ItemKind.MARK,
        word,
        null,
        mark.evidence(),
        mark.by(),
        1,
        false);
  }

  static boolean isOfMark(@Nullable String id) {
    return id != null && id.startsWith(OF_MARK);
  }

  private static Item sourced(Item item, Set<String> pinned) {
    boolean sourced = cites(item).stream().anyMatch(pinned::contains);
    return new Item(
        item.id(),
        item.time(),
        item.kind(),
        item.text(),
        item.service(),
        item.evidence(),
        item.by(),
        item.revision(),
        sourced);
  }

  private static Set<String> cites(Item item) {
    Set<String> cites = new HashSet<>(Citations.in(item.text()));
    if (item.evidence() != null) {
      cites.add(item.evidence());
    }
    return cites;
  }

  /** For each piece of evidence the blocks, then the items that cite it. */
  private static Map<String, List<String>> citing(List<Block> blocks, List<Item> items) {
    Map<String, Set<String>> citing = new LinkedHashMap<>();
    for (Block block : blocks) {
      Citations.in(block.text()).forEach(id -> places(citing, id).add(block.id()));
    }
    for (Item item : items) {
      cites(item).forEach(id -> places(citing, id).add(item.id()));
    }
    return citing.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
  }

  private static Set<String> places(Map<String, Set<String>> citing, String id) {
    return citing.computeIfAbsent(id, none -> new LinkedHashSet<>());
  }
}
