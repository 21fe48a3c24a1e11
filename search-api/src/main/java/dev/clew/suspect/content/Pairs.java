// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what was taken out of a file and what was put in together, by name. */
final class Pairs {
  private final String file;
  private final Map<String, Deque<Placed>> removed = new LinkedHashMap<>();
  private final List<Placed> added = new ArrayList<>();

  private record Placed(Item item, int line) {}

  Pairs(String file) {
    this.file = file;
  }

  void removed(Item item, int line) {
    // what a migration did before it was edited, it does no longer
    if (item.kind() != Content.Kind.MIGRATION) {
      removed.computeIfAbsent(key(item), none -> new ArrayDeque<>()).add(new Placed(item, line));
    }
  }

  void added(Item item, int line) {
    added.add(new Placed(item, line));
  }

  /** In the order of lines; what only moved is left out. */
  List<Content> contents() {
    List<Content> found = new ArrayList<>();
    for (Placed fresh : added) {
      @Nullable Placed old = removed.getOrDefault(key(fresh.item()), new ArrayDeque<>()).poll();
      if (old == null || !old.item().value().equals(fresh.item().value())) {
        found.add(content(fresh, old == null ? null : old.item().value()));
      }
    }
    for (Deque<Placed> left : removed.values()) {
      for (Placed old : left) {
        Item item = old.item();
        found.add(new Content(item.kind(), item.name(), item.value(), null, "", file, old.line()));
      }
    }
    found.sort(Comparator.comparingInt(Content::line));
    return found;
  }

  private Content content(Placed fresh, @Nullable String before) {
    Item item = fresh.item();
    boolean migration = item.kind() == Content.Kind.MIGRATION;
    return new Content(
        item.kind(),
        item.name(),
        before,
        migration ? null : item.value(),
        item.verb(),
        file,
        fresh.line());
  }

  private static String key(Item item) {
    return item.kind() + " " + item.name();
  }
}
