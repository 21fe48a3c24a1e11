// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers the answers asked for most recently. Thread-safe. */
final class Recent<K, V> {
  private final Map<K, V> entries;

  Recent(int capacity) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
          }
        };
  }

  /** The remembered answer, or that of {@code source}, which runs outside the lock. */
  V get(K key, Supplier<V> source) {
    synchronized (entries) {
      V known = entries.get(key);
      if (known != null) {
        return known;
      }
    }
    V found = source.get();
    put(key, found);
    return found;
  }

  void put(K key, V value) {
    synchronized (entries) {
      entries.put(key, value);
    }
  }
}
