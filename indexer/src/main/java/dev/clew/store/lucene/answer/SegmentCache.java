// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.query.Query;
import dev.clew.store.Grouping;
import dev.clew.store.lucene.roll.Rollup;
import dev.clew.store.lucene.roll.ShapeColumns;
import dev.clew.store.lucene.segment.SegmentShapes;
import dev.clew.store.lucene.segment.SharedShapes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from the segments of a store once and asked often; forgotten when a segment goes.
 * A segment never changes, so what is remembered is as right as what is counted. Thread-safe.
 */
public final class SegmentCache {
  private static final int SHARE_OF_HEAP = 16;
  private static final int MAX_KINDS = 4096;

  private final boolean remembering;
  private final SharedShapes shared = new SharedShapes();
  private final Map<IndexReader.CacheKey, SegmentShapes> shapes = new ConcurrentHashMap<>();

  /** Those that are not closed yet. */
  private final Set<IndexReader.CacheKey> open = ConcurrentHashMap.newKeySet();

  private final KeptBySegment<Rollup> shapeRollups;
  private final KeptBySegment<FieldRollup> fieldRollups;

  /** How many documents were asked for while there was no rollup of a field. */
  private final KeptBySegment<AtomicLong> lookedAt = new KeptBySegment<>(1 << 20, any -> 128);

  private final KeptBySegment<Remembered> groups;

  /**
   * @param remembering false to count groups each time
   */
  public SegmentCache(boolean remembering) {
    this.remembering = remembering;
    long bytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / 3;
    shapeRollups = new KeptBySegment<>(bytes, Rollup::bytes);
    fieldRollups = new KeptBySegment<>(bytes, FieldRollup::bytes);
    groups = new KeptBySegment<>(bytes, Remembered::bytes);
  }

  /**
   * The rollup of a field, and what its kinds mean.
   *
   * @param rollup null when the field has too many values in the segment, or some are in rows only
   * @param values the value of each kind
   */
  record FieldRollup(@Nullable Rollup rollup, List<String> values) {
    private static final FieldRollup NONE = new FieldRollup(null, List.of());

    long bytes() {
      return 64 + (rollup == null ? 0 : rollup.bytes());
    }
  }

  /** What groups are of: a query by groupings. */
  private record Asked(Query query, List<Grouping> groupings) {}

  /** The shapes of the segment. */
  public SegmentShapes shapes(LeafReader reader) throws IOException {
    IndexReader.CacheKey key = watched(reader);
    SegmentShapes known = shapes.get(key);
    if (known != null) {
      return known;
    }
    // whoever else asks waits: it takes less than to make them twice
    synchronized (key) {
      known = shapes.get(key);
      if (known == null) {
        known = SegmentShapes.read(reader, shared);
        shapes.put(key, known);
        if (!open.contains(key)) {
          shapes.remove(key);
        }
      }
      return known;
    }
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
    IndexReader.CacheKey key = watched(reader);
    Rollup known = shapeRollups.find(key, "");
    if (known != null) {
      return known;
    }
    synchronized (key) {
      known = shapeRollups.find(key, "");
      if (known == null) {
        known = ShapeColumns.rollup(reader);
        keep(shapeRollups, key, "", known);
      }
      return known;
    }
  }

  /**
   * The rollup of a field of one value in a segment; none either while fewer documents were asked
   * for than the segment has: they are sooner looked at than all of them, and a process that asks
   * once never asks again.
   */
  FieldRollup fieldRollup(Segment segment, String field) throws IOException {
    IndexReader.CacheKey key = watched(segment.leaf().reader());
    FieldRollup known = fieldRollups.find(key, field);
    if (known == null && !isWorthIt(key, segment, field)) {
      return FieldRollup.NONE;
    }
    if (known == null) {
      known = read(segment, field);
      keep(fieldRollups, key, field, known);
    }
    return known;
  }

  private boolean isWorthIt(IndexReader.CacheKey key, Segment segment, String field) {
    AtomicLong looked = lookedAt.find(key, field);
    if (looked == null) {
      looked = new AtomicLong();
      keep(lookedAt, key, field, looked);
    }
    long before = looked.getAndAdd((long) segment.max() - segment.min());
    return before >= segment.leaf().reader().maxDoc();
  }

  private static FieldRollup read(Segment segment, String field) throws IOException {
    TextKeys keys = TextKeys.of(field);
    keys.open(segment);
    if (!keys.isSingle() || keys.isInRows(segment)) {
      return FieldRollup.NONE;
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
    return keys.size() > MAX_KINDS ? FieldRollup.NONE : new FieldRollup(rollup, keys.keys());
  }

  /** What is known of the groups of all events of a segment that match. */
  Remembered remembered(LeafReader reader, Query query, List<Grouping> groupings) {
    Remembered known = groups.find(watched(reader), new Asked(query, groupings));
    return known == null ? Remembered.NOTHING : known;
  }

  /** Remembers groups. */
  void remember(LeafReader reader, Query query, List<Grouping> groupings, Remembered known) {
    if (remembering) {
      keep(groups, watched(reader), new Asked(query, groupings), known);
    }
  }

  private <V> void keep(KeptBySegment<V> kept, IndexReader.CacheKey key, Object what, V value) {
    kept.keep(key, what, value);
    if (!open.contains(key)) {
      kept.forget(key);
    }
  }

  private void forget(IndexReader.CacheKey segment) {
    open.remove(segment);
    shapes.remove(segment);
    shapeRollups.forget(segment);
    fieldRollups.forget(segment);
    lookedAt.forget(segment);
    groups.forget(segment);
  }
}
