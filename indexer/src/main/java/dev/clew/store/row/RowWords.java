// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import dev.clew.query.Words;
import java.util.function.Predicate;

/**
 * Looks for words in what a row fills into the slots of its shape, without making the event of it.
 */
public final class RowWords {
  private RowWords() {}

  /**
   * True when the folded {@code word}, ASCII letters and digits only, stands in a slot.
   *
   * @throws IllegalArgumentException when the bytes are no row of {@code shape}
   */
  public static boolean holds(Shape shape, byte[] bytes, int start, int length, byte[] word) {
    RowInput in = open(bytes, start, length);
    for (int slot = slots(shape); slot > 0; slot--) {
      if (in.textHolds(word)) {
        return true;
      }
    }
    return false;
  }

  /** True when a word that passes stands in a slot. */
  public static boolean any(
      Shape shape, byte[] bytes, int start, int length, Predicate<String> test) {
    RowInput in = open(bytes, start, length);
    for (int slot = slots(shape); slot > 0; slot--) {
      if (Words.of(in.readText()).stream().anyMatch(test)) {
        return true;
      }
    }
    return false;
  }

  /** After what a row starts with: its first slot is next. */
  static RowInput open(byte[] bytes, int start, int length) {
    RowInput in = new RowInput(bytes, start, length);
    in.readLong();
    in.readInt();
    return in;
  }

  /** How many slots the rows of a shape fill. */
  static int slots(Shape shape) {
    return shape.texts().length - 1 - (shape.timeSlot() < 0 ? 0 : 1);
  }
}
