// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.segment.SharedShapes;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from segments once and asked often; forgotten when a segment goes. Rollups that
 * were not asked for longest are dropped when there are many. Thread-safe.
 */
public final class SegmentCache {
  private static final int SHARE_OF_HEAP = 16;
  private static final int MAX_KINDS = 4096;

  private final SharedShapes shared = new SharedShapes();
  private final Map<IndexReader.CacheKey, SegmentShapes> shapes = new ConcurrentHashMap<>();

  /** Those that are not closed yet. */
  private final Set<IndexReader.CacheKey> open = ConcurrentHashMap.newKeySet();

  private final long maxBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  private final Map<Key, FieldRollup> rollups = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Key(IndexReader.CacheKey segment, String field) {}

  /**
   * The rollup of a field, and what its kinds mean.
   *
   * @param rollup null when the field has too many values in the segment, or some are in rows only
   * @param values the value of each kind; empty for shapes, whose kinds are their ordinals
   */
  record FieldRollup(@Nullable Rollup rollup, List<String> values) {
    long bytes() {
      return 64 + (rollup == null ? 0 : rollup.bytes());
    }
  }

  /** The shapes of the segment. */
  public SegmentShapes shapes(LeafReader reader) throws IOException {
    IndexReader.CacheKey key = watched(reader);
    SegmentShapes known = shapes.get(key);
    if (known == null) {
      known = SegmentShapes.read(reader, shared);
      shapes.put(key, known);
      if (!open.contains(key)) {
        shapes.remove(key);
      }
    }
    return known;
  }

  private IndexReader.CacheKey watched(LeafReader reader) {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    if (open.add(helper.getKey())) {
      helper.addClosedListener(this::forget);
    }
    return helper.getKey();
  }

  /** The rollup of the shapes of a segment. */
  Rollup shapeRollup(LeafReader reader) throws IOException {
    Key key = new Key(watched(reader), "");
    FieldRollup known = known(key);
    if (known == null) {
      known = new FieldRollup(ShapeColumns.rollup(reader), List.of());
      keep(key, known);
    }
    return Objects.requireNonNull(known.rollup());
  }

  /** The rollup of a field of one value in a segment. */
  FieldRollup fieldRollup(Segment segment, String field) throws IOException {
    LeafReader reader = segment.leaf().reader();
    Key key = new Key(watched(reader), field);
    FieldRollup known = known(key);
    if (known == null) {
      known = read(segment, field);
      keep(key, known);
    }
    return known;
  }

  private static FieldRollup read(Segment segment, String field) throws IOException {
    LeafReader reader = segment.leaf().reader();
    TextKeys keys = TextKeys.of(field);
    keys.open(segment);
    if (!keys.isSingle() || reader.docFreq(ValueTerm.wide(Columns.canonical(field))) > 0) {
      return new FieldRollup(null, List.of());
    }
    GroupKeys.Ids ids = new GroupKeys.Ids();
    Rollup rollup =
        Rollup.of(
            segment.shapeRollup().stretches(),
            MAX_KINDS + 1,
            document -> {
              keys.find(document, ids);
              return Math.min(ids.get(0), MAX_KINDS);
            });
    return keys.size() > MAX_KINDS
        ? new FieldRollup(null, List.of())
        : new FieldRollup(rollup, keys.keys());
  }

  private synchronized @Nullable FieldRollup known(Key key) {
    return rollups.get(key);
  }

  private synchronized void keep(Key key, FieldRollup rollup) {
    if (!open.contains(key.segment()) || rollups.putIfAbsent(key, rollup) != null) {
      return;
    }
    bytes += rollup.bytes();
    Iterator<Map.Entry<Key, FieldRollup>> eldest = rollups.entrySet().iterator();
    while (bytes > maxBytes && rollups.size() > 1) {
      bytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  private synchronized void forget(IndexReader.CacheKey segment) {
    open.remove(segment);
    shapes.remove(segment);
    rollups
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey().segment().equals(segment);
              bytes -= gone ? entry.getValue().bytes() : 0;
              return gone;
            });
  }
}
