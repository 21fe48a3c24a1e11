// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import dev.clew.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All sources that are known, found by place, by their first bytes and by identity. Thread-safe.
 *
 * <p>A source is <em>settled</em> in a round once it is known where it is; only the others can turn
 * up under another name.
 */
public final class Bookmarks {
  private static final String NAME = "source:";

  /** Of many files that start alike, so many are compared to find what one is a copy of. */
  private static final int MOST_SETTLED = 64;

  private final Map<String, Bookmark> bySource = new HashMap<>();
  private final Map<String, Bookmark> byPlace = new HashMap<>();
  private final Map<Fingerprint, LinkedHashMap<String, Bookmark>> byHead = new HashMap<>();
  private final Map<String, Integer> generations = new HashMap<>();
  private final Set<String> unsettled = new HashSet<>();
  private final Map<String, String> settledByKey = new HashMap<>();
  private long since;

  /** Those that a store keeps. */
  public Bookmarks(Map<String, String> stored) {
    stored.forEach(
        (name, text) -> {
          if (name.startsWith(NAME)) {
            put(Bookmark.parse(text));
          }
        });
    unsettle();
  }

  /** The name under which a store keeps the bookmark of {@code source}. */
  public static String name(String source) {
    return NAME + source;
  }

  /** A new round begins: each source can be anywhere. */
  public final synchronized void unsettle() {
    unsettled.addAll(bySource.keySet());
    settledByKey.clear();
  }

  /** True when the place of each source is known. */
  public synchronized boolean allSettled() {
    return unsettled.isEmpty();
  }

  /** The source that was last at {@code place}. */
  public synchronized Optional<Bookmark> at(String place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  /** True when it is known in this round where {@code source} is. */
  public synchronized boolean isSettled(String source) {
    return !unsettled.contains(source);
  }

  /** The source that was settled in this round in the file of that key. */
  public synchronized Optional<String> settledIn(String fileKey) {
    return Optional.ofNullable(settledByKey.get(fileKey));
  }

  /** The latest bookmark of {@code source}. */
  public synchronized Optional<Bookmark> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** True when {@code bookmark}'s source was the last at its place. */
  public synchronized boolean holdsPlace(Bookmark bookmark) {
    Bookmark holder = byPlace.get(bookmark.place());
    return holder != null && holder.source().equals(bookmark.source());
  }

  /**
   * The sources that may be what starts with {@code head} and are not settled: those the file
   * system knows by the same key first, then those read furthest.
   */
  public synchronized List<Bookmark> startingLike(byte[] head, String fileKey) {
    List<Bookmark> alike = new ArrayList<>();
    for (int length = 1; length <= Fingerprint.headLength(head.length); length *= 2) {
      if (!unsettled.isEmpty()) {
        Map<String, Bookmark> group = byHead.get(Fingerprint.of(head, 0, length));
        alike.addAll(group == null ? List.of() : group.values());
      }
    }
    alike.removeIf(each -> !unsettled.contains(each.source()));
    alike.sort(
        Comparator.comparing((Bookmark each) -> !each.fileKey().equals(fileKey))
            .thenComparing(Comparator.comparingLong(Bookmark::offset).reversed())
            .thenComparing(Bookmark::source));
    return alike;
  }

  /** The settled sources that start like {@code head}: those that were read last. */
  public synchronized List<Bookmark> settledLike(byte[] head) {
    List<Bookmark> alike = new ArrayList<>();
    for (int length = Fingerprint.headLength(head.length); length >= 1; length /= 2) {
      LinkedHashMap<String, Bookmark> group = byHead.get(Fingerprint.of(head, 0, length));
      if (group != null) {
        group.sequencedValues().reversed().stream()
            .filter(each -> !unsettled.contains(each.source()))
            .limit(MOST_SETTLED - alike.size())
            .forEach(alike::add);
      }
    }
    return alike;
  }

  /** {@code bookmark}'s source is at {@code place}; empty when it was found elsewhere before. */
  public synchronized Optional<Standing> settle(Bookmark bookmark, String place, String fileKey) {
    Bookmark latest = bySource.getOrDefault(bookmark.source(), bookmark);
    if (!unsettled.remove(bookmark.source()) && !latest.place().equals(place)) {
      return Optional.empty();
    }
    boolean stays = latest.place().equals(place) && holdsPlace(latest);
    Bookmark there = latest.at(place, fileKey, stays ? latest.since() : ++since);
    put(there);
    if (!fileKey.isEmpty()) {
      settledByKey.put(fileKey, bookmark.source());
    }
    return Optional.of(Standing.of(there));
  }

  /** As the other, for a source of which maybe nothing was read yet. */
  public synchronized void settle(String source, String place, String fileKey) {
    Bookmark known = bySource.get(source);
    if (known != null) {
      settle(known, place, fileKey);
    } else if (!fileKey.isEmpty()) {
      settledByKey.put(fileKey, source);
    }
  }

  /**
   * A source that was never seen before is at {@code place}; empty when another was settled in the
   * file of that key in this round.
   *
   * @param fileKey may be empty
   */
  public synchronized Optional<Standing> born(String place, String fileKey) {
    int generation = generations.getOrDefault(place, 0) + 1;
    String source = Source.id(place, generation);
    if (!fileKey.isEmpty() && settledByKey.putIfAbsent(fileKey, source) != null) {
      return Optional.empty();
    }
    generations.put(place, generation);
    return Optional.of(new Standing(source, place, generation, place, ++since, fileKey, null));
  }

  /** Reading of a source has come to {@code bookmark}. */
  public synchronized void put(Bookmark bookmark) {
    Bookmark before = bySource.put(bookmark.source(), bookmark);
    if (before != null) {
      byPlace.remove(before.place(), before);
      byHead.computeIfPresent(
          before.head(),
          (head, alike) -> {
            alike.remove(before.source());
            return alike.isEmpty() ? null : alike;
          });
    }
    byPlace.merge(bookmark.place(), bookmark, (old, own) -> old.since() > own.since() ? old : own);
    byHead
        .computeIfAbsent(bookmark.head(), head -> new LinkedHashMap<>())
        .put(bookmark.source(), bookmark);
    generations.merge(bookmark.born(), bookmark.generation(), Math::max);
    since = Math.max(since, bookmark.since());
    unsettled.remove(bookmark.source());
  }
}
