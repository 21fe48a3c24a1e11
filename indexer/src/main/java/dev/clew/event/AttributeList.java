// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects the attributes of an event in the order read. Not thread-safe. */
public final class AttributeList {
  private static final int FIRST = 4;

  private @Nullable String[] pairs = new String[2 * FIRST];
  private int size;
  private @Nullable NameIndex index;

  /** The arrays belong to {@link Attributes} that were handed out. */
  private boolean shared;

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The value of {@code name}; null when there is none. */
  public @Nullable String get(String name) {
    int at = NameIndex.find(pairs, size, index, name);
    return at < 0 ? null : pairs[at + 1];
  }

  /** Adds {@code name} unless it is there. */
  public void putIfAbsent(String name, String value) {
    if (NameIndex.find(pairs, size, index, name) < 0) {
      add(name, value);
    }
  }

  /** Adds {@code name}, or gives it another value where it stands. */
  public void put(String name, String value) {
    int at = NameIndex.find(pairs, size, index, name);
    if (at < 0) {
      add(name, value);
    } else {
      unshare();
      pairs[at + 1] = value;
    }
  }

  private void add(String name, String value) {
    unshare();
    if (2 * size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 4 * size);
    }
    pairs[2 * size] = name;
    pairs[2 * size + 1] = value;
    size++;
    if (index != null) {
      index.add(pairs, size - 1);
    } else if (size > NameIndex.FEW) {
      index = NameIndex.of(pairs, size);
    }
  }

  private void unshare() {
    if (shared) {
      pairs = pairs.clone();
      index = index == null ? null : index.copy();
      shared = false;
    }
  }

  /** What was collected so far; what is added later does not show in it. */
  public Attributes toAttributes() {
    if (size == 0) {
      return Attributes.NONE;
    }
    shared = true;
    return new Attributes(pairs, size, index);
  }
}
