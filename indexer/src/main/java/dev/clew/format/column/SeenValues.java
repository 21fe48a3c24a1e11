// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import org.jspecify.annotations.Nullable;

/** Values that a column had and that fit it: most columns have few. Not thread-safe. */
final class SeenValues {
  private static final int SLOTS = 256;
  private static final int MAX_LENGTH = 64;

  private final @Nullable Value[] values = new Value[SLOTS];

  /** The value from {@code start} to {@code end} when it was seen; else null. */
  @Nullable Value find(String line, int start, int end) {
    Value value = values[slot(line, start, end)];
    boolean same =
        value != null
            && value.text().length() == end - start
            && line.startsWith(value.text(), start);
    return same ? value : null;
  }

  /** As {@link #find(String, int, int)}, for a line of ASCII. */
  @Nullable Value find(byte[] line, int start, int end) {
    Value value = values[slot(line, start, end)];
    return value != null && value.stands(line, start, end) ? value : null;
  }

  /** Notes {@code value}. */
  Value add(Value value) {
    String text = value.text();
    if (text.length() <= MAX_LENGTH) {
      values[slot(text, 0, text.length())] = value;
    }
    return value;
  }

  /** Values of a column differ in length, at their middle and at their end. */
  private static int slot(String line, int start, int end) {
    if (start == end) {
      return 0;
    }
    int middle = line.charAt((start + end) >>> 1);
    return slot(end - start, middle, line.charAt(end - 1), line.charAt(Math.max(start, end - 2)));
  }

  private static int slot(byte[] line, int start, int end) {
    if (start == end) {
      return 0;
    }
    return slot(
        end - start, line[(start + end) >>> 1], line[end - 1], line[Math.max(start, end - 2)]);
  }

  private static int slot(int length, int middle, int last, int before) {
    return (((length * 31 + middle) * 31 + last) * 31 + before) & (SLOTS - 1);
  }
}
