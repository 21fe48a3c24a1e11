// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import org.jspecify.annotations.Nullable;

/** Finds names among pairs of names and values; by hash once they are many. Not thread-safe. */
final class NameIndex {
  /** So many names are searched faster one after the other. */
  static final int FEW = 8;

  private static final int FIRST_SLOTS = 64;

  /** The place of a name plus one; 0 where there is none. */
  private int[] slots;

  private NameIndex(int slots) {
    this.slots = new int[slots];
  }

  /** An index of the first {@code size} names. */
  static NameIndex of(@Nullable String[] pairs, int size) {
    NameIndex index = new NameIndex(FIRST_SLOTS);
    for (int i = 0; i < size; i++) {
      index.add(pairs, i);
    }
    return index;
  }

  /** The same names, to which others can be added. */
  NameIndex copy() {
    NameIndex copy = new NameIndex(0);
    copy.slots = slots.clone();
    return copy;
  }

  /** Where in {@code pairs} the name {@code name} is; -1 when it is not. */
  static int find(@Nullable String[] pairs, int size, @Nullable NameIndex index, String name) {
    if (index != null) {
      return index.find(pairs, name);
    }
    for (int at = 0; at < 2 * size; at += 2) {
      if (name.equals(pairs[at])) {
        return at;
      }
    }
    return -1;
  }

  private int find(@Nullable String[] pairs, String name) {
    for (int slot = slot(name); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      int at = 2 * (slots[slot] - 1);
      if (name.equals(pairs[at])) {
        return at;
      }
    }
    return -1;
  }

  /** Adds the name that is the {@code place}th, from 0. */
  void add(@Nullable String[] pairs, int place) {
    if (2 * place >= slots.length) {
      slots = new int[slots.length * 2];
      for (int i = 0; i < place; i++) {
        put(String.valueOf(pairs[2 * i]), i);
      }
    }
    put(String.valueOf(pairs[2 * place]), place);
  }

  private void put(String name, int place) {
    int slot = slot(name);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = place + 1;
  }

  private int slot(String name) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}
