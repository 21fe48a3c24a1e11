// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shapes that were written before, so that the next event of the same statement need not spell its
 * own. A shape is recognised by comparing all of it. Not thread-safe.
 */
final class KnownShapes {
  private static final int MAX_SHAPES = 1 << 15;

  /** Numbers of a head that tell shapes apart whose texts are equal; every head has as many. */
  private static final int HASHED_HEAD = 7;

  private Draft[] table = new Draft[1 << 10];
  private int size;

  /**
   * What a shape is made of.
   *
   * @param hash {@link #hash}
   * @param head flags, severity, the quality of the time, and the place of every field
   * @param texts the literals, then the constants, then the names of the attributes and what else
   *     is text
   * @param bytes the shape as written
   * @param fingerprint a hash of {@code bytes}
   */
  record Draft(int hash, int[] head, String[] texts, byte[] bytes, long fingerprint) {}

  /** The shape that is all of this; null when it is not known. */
  @Nullable Draft find(
      int hash,
      int[] head,
      int headLength,
      String text,
      TextCut cut,
      String[] constants,
      int count) {
    int mask = table.length - 1;
    for (int at = hash & mask; table[at] != null; at = (at + 1) & mask) {
      Draft draft = table[at];
      if (Arrays.equals(draft.head, 0, draft.head.length, head, 0, headLength)
          && literalsEqual(draft, text, cut)
          && constantsEqual(draft, cut.count() + 1, constants, count)) {
        return draft;
      }
    }
    return null;
  }

  /** Remembers a shape; forgets all when there are too many. */
  void add(Draft draft) {
    if (size == MAX_SHAPES) {
      Arrays.fill(table, null);
      size = 0;
    }
    if (2 * ++size > table.length) {
      grow();
    }
    put(table, draft);
  }

  /** A hash of the same parts. */
  static int hash(
      int[] head, int headLength, String text, TextCut cut, String[] constants, int count) {
    int hash = headLength;
    // where the fields stand in equal texts mostly is the same
    for (int i = 0; i < HASHED_HEAD; i++) {
      hash = 31 * hash + head[i];
    }
    int from = 0;
    for (int i = 0; i <= cut.count(); i++) {
      int end = i == cut.count() ? text.length() : cut.start(i);
      hash = 31 * hash + end - from;
      // some characters tell most statements apart
      for (int at = from; at < end; at += 3) {
        hash = 31 * hash + text.charAt(at);
      }
      from = i == cut.count() ? end : cut.end(i);
    }
    for (int i = 0; i < count; i++) {
      hash = 31 * hash + constants[i].hashCode();
    }
    return hash ^ hash >>> 15;
  }

  private static boolean literalsEqual(Draft draft, String text, TextCut cut) {
    int from = 0;
    for (int i = 0; i <= cut.count(); i++) {
      int end = i == cut.count() ? text.length() : cut.start(i);
      String literal = draft.texts[i];
      if (literal.length() != end - from || !text.startsWith(literal, from)) {
        return false;
      }
      from = i == cut.count() ? end : cut.end(i);
    }
    return true;
  }

  private static boolean constantsEqual(Draft draft, int from, String[] constants, int count) {
    if (draft.texts.length != from + count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!constants[i].equals(draft.texts[from + i])) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    Draft[] larger = new Draft[2 * table.length];
    int mask = table.length - 1;
    for (int at = 0; at <= mask; at++) {
      if (table[at] != null) {
        put(larger, table[at]);
      }
    }
    table = larger;
  }

  private static void put(Draft[] table, Draft draft) {
    int mask = table.length - 1;
    int at = draft.hash & mask;
    while (table[at] != null) {
      at = (at + 1) & mask;
    }
    table[at] = draft;
  }
}
