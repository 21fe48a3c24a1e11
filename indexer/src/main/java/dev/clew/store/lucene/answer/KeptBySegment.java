// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Values derived from segments; those that were not asked for longest are dropped when they need
 * too much memory. Thread-safe.
 *
 * @param <V> never changed
 */
final class KeptBySegment<V> {
  private final long maxBytes;
  private final ToLongFunction<V> size;
  private final Map<Key, V> values = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** What of a segment a value is. */
  private record Key(IndexReader.CacheKey segment, Object what) {}

  /**
   * @param maxBytes of memory, about
   * @param size of a value in bytes, always the same
   */
  KeptBySegment(long maxBytes, ToLongFunction<V> size) {
    this.maxBytes = maxBytes;
    this.size = size;
  }

  synchronized @Nullable V find(IndexReader.CacheKey segment, Object what) {
    return values.get(new Key(segment, what));
  }

  synchronized void keep(IndexReader.CacheKey segment, Object what, V value) {
    V before = values.put(new Key(segment, what), value);
    bytes += size.applyAsLong(value) - (before == null ? 0 : size.applyAsLong(before));
    Iterator<V> eldest = values.values().iterator();
    while (bytes > maxBytes && values.size() > 1) {
      bytes -= size.applyAsLong(eldest.next());
      eldest.remove();
    }
  }

  synchronized void forget(IndexReader.CacheKey segment) {
    Iterator<Map.Entry<Key, V>> all = values.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, V> each = all.next();
      if (each.getKey().segment().equals(segment)) {
        bytes -= size.applyAsLong(each.getValue());
        all.remove();
      }
    }
  }
}
