// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import dev.clew.format.field.AsciiText;
import org.jspecify.annotations.Nullable;

/** Values that a column had and that fit it: most columns have few. Not thread-safe. */
final class SeenValues {
  private static final int SLOTS = 1024;
  private static final int MAX_LENGTH = 64;

  /** Two values share a pair of slots; a third takes the place of the older one. */
  private final @Nullable Value[] values = new Value[SLOTS];

  /** The value from {@code start} to {@code end} when it was seen; else null. */
  @Nullable Value find(String line, int start, int end) {
    int slot =
        slot(end - start, AsciiText.head(line, start, end), AsciiText.tail(line, start, end));
    Value value = values[slot];
    if (value != null && value.stands(line, start, end)) {
      return value;
    }
    value = values[slot ^ 1];
    return value != null && value.stands(line, start, end) ? value : null;
  }

  /** As {@link #find(String, int, int)}, for a line of ASCII. */
  @Nullable Value find(byte[] line, int start, int end) {
    long head = AsciiText.head(line, start, end);
    long tail = AsciiText.tail(line, start, end);
    int slot = slot(end - start, head, tail);
    Value value = values[slot];
    if (value != null && value.stands(line, start, end, head, tail)) {
      return value;
    }
    value = values[slot ^ 1];
    return value != null && value.stands(line, start, end, head, tail) ? value : null;
  }

  /** Notes {@code value}. */
  Value add(Value value) {
    String text = value.text();
    int end = text.length();
    if (end <= MAX_LENGTH) {
      int slot = slot(end, AsciiText.head(text, 0, end), AsciiText.tail(text, 0, end));
      values[slot ^ 1] = values[slot];
      values[slot] = value;
    }
    return value;
  }

  private static int slot(int length, long head, long tail) {
    long hash = ((head + length) * 0x9E3779B97F4A7C15L ^ tail) * 0xC2B2AE3D27D4EB4FL;
    return (int) (hash >>> 48) & (SLOTS - 1);
  }
}
