// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/**
 * Bookmarks as the user data of Lucene's commits: a commit names its segments and its bookmarks in
 * one file that is there whole or not at all. Other user data is kept. Not thread-safe.
 */
final class CommitBookmarks {
  private static final String PREFIX = "bookmark:";

  private final IndexWriter writer;
  private final Map<String, String> others = new HashMap<>();
  private final Map<String, String> current = new HashMap<>();
  private Map<String, String> committed;
  private boolean changed;

  /** Reads those of the last commit. */
  CommitBookmarks(IndexWriter writer) {
    this.writer = writer;
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        if (entry.getKey().startsWith(PREFIX)) {
          current.put(entry.getKey().substring(PREFIX.length()), entry.getValue());
        } else {
          others.put(entry.getKey(), entry.getValue());
        }
      }
    }
    committed = Map.copyOf(current);
  }

  /** Takes {@code places}, to be durable with the next commit; an empty one removes its name. */
  void set(Map<String, String> places) {
    places.forEach(
        (name, place) -> {
          if (place.isEmpty()) {
            current.remove(name);
          } else {
            current.put(name, place);
          }
        });
    changed |= !places.isEmpty();
  }

  /** Hands the bookmarks to the commit that follows. */
  void stage() {
    if (changed) {
      Map<String, String> data = new HashMap<>(others);
      current.forEach((name, place) -> data.put(PREFIX + name, place));
      writer.setLiveCommitData(data.entrySet());
    }
  }

  /** The commit is on disk. */
  void written() {
    if (changed) {
      committed = Map.copyOf(current);
      changed = false;
    }
  }

  /** Those of the last commit. */
  Map<String, String> committed() {
    return committed;
  }
}
