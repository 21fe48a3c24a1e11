// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.segment;

import dev.clew.store.row.Shape;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of all segments that are in use: what a program prints it prints all day, so most
 * shapes are in many segments, and are decoded once. Thread-safe.
 */
public final class SharedShapes {
  private final Map<BytesRef, Entry> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<KnownShape> unused = new ReferenceQueue<>();

  private static final class Entry extends WeakReference<KnownShape> {
    private final BytesRef key;

    Entry(BytesRef key, KnownShape shape, ReferenceQueue<KnownShape> unused) {
      super(shape, unused);
      this.key = key;
    }
  }

  /**
   * The shape encoded as {@code bytes}, which may change afterwards.
   *
   * @throws IllegalArgumentException when they encode none
   */
  KnownShape of(BytesRef bytes) {
    forgetUnused();
    KnownShape shape = find(bytes);
    if (shape == null) {
      BytesRef key = BytesRef.deepCopyOf(bytes);
      shape = new KnownShape(Shape.decode(key.bytes, key.offset, key.length));
      known.put(key, new Entry(key, shape, unused));
    }
    return shape;
  }

  private @Nullable KnownShape find(BytesRef bytes) {
    Entry entry = known.get(bytes);
    return entry == null ? null : entry.get();
  }

  private void forgetUnused() {
    Reference<? extends KnownShape> gone = unused.poll();
    while (gone != null) {
      known.remove(((Entry) gone).key, gone);
      gone = unused.poll();
    }
  }
}
