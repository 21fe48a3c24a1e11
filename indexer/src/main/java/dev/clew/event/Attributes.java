// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an event names beside its fields, in the order read. Immutable. Most events have few
 * attributes and there are many events, so names and values stand in one array and few of them are
 * searched one after the other.
 */
public final class Attributes extends AbstractMap<String, String> {

  /** Events without attributes share this. */
  public static final Attributes NONE = new Attributes(new String[0], 0, null);

  private final @Nullable String[] pairs;
  private final int size;
  private final @Nullable NameIndex index;

  /**
   * @param pairs a name, its value, the next name …; never written to again
   * @param size how many names there are
   * @param index finds them; null when they are few
   */
  Attributes(@Nullable String[] pairs, int size, @Nullable NameIndex index) {
    this.pairs = pairs;
    this.size = size;
    this.index = index;
  }

  /** The same attributes as {@code map} has now, in its order. */
  public static Attributes copyOf(Map<String, String> map) {
    if (map instanceof Attributes same) {
      return same;
    }
    AttributeList list = new AttributeList();
    map.forEach(list::put);
    return list.toAttributes();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable String get(Object name) {
    int at = name instanceof String text ? NameIndex.find(pairs, size, index, text) : -1;
    return at < 0 ? null : pairs[at + 1];
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && NameIndex.find(pairs, size, index, text) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < size; i++) {
      action.accept(text(2 * i), text(2 * i + 1));
    }
  }

  private String text(int at) {
    return String.valueOf(pairs[at]);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, String>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<String, String> next() {
          if (next == size) {
            throw new NoSuchElementException("there are %d attributes".formatted(size));
          }
          int at = 2 * next++;
          return Map.entry(text(at), text(at + 1));
        }
      };
    }
  }
}
