// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import java.util.HashMap;
import java.util.Map;

/** The bookmarks of the last commit and those to come with the next. Not thread-safe. */
public final class PendingBookmarks {
  private final Map<String, String> next = new HashMap<>();
  private Map<String, String> committed;
  private boolean changed;

  public PendingBookmarks(Map<String, String> committed) {
    this.committed = committed;
    next.putAll(committed);
  }

  /** Takes {@code places}, to be durable with the next commit; an empty one removes its name. */
  public void set(Map<String, String> places) {
    places.forEach(
        (name, place) -> {
          if (place.isEmpty()) {
            next.remove(name);
          } else {
            next.put(name, place);
          }
        });
    changed |= !places.isEmpty();
  }

  boolean isChanged() {
    return changed;
  }

  /** Those that the next commit makes durable. */
  public Map<String, String> next() {
    return changed ? Map.copyOf(next) : committed;
  }

  /** The commit is on disk. */
  public void written() {
    committed = next();
    changed = false;
  }

  /** The commit failed: what it should have kept is forgotten. */
  public void forget() {
    next.clear();
    next.putAll(committed);
    changed = false;
  }

  /** Those of the last commit. */
  public Map<String, String> committed() {
    return committed;
  }
}
