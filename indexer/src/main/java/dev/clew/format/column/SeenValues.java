// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

import org.jspecify.annotations.Nullable;

/** Values that a column had and that fit it: most columns have few. Not thread-safe. */
final class SeenValues {
  private static final int SLOTS = 256;
  private static final int MAX_LENGTH = 64;

  private final @Nullable String[] values = new String[SLOTS];

  /** The value from {@code start} to {@code end} when it was seen; else null. */
  @Nullable String find(String line, int start, int end) {
    String value = values[slot(line, start, end)];
    boolean same = value != null && value.length() == end - start && line.startsWith(value, start);
    return same ? value : null;
  }

  /** Notes the value from {@code start} to {@code end}. */
  String add(String line, int start, int end) {
    String value = line.substring(start, end);
    if (value.length() <= MAX_LENGTH) {
      values[slot(line, start, end)] = value;
    }
    return value;
  }

  /** Values of a column differ in length, at their middle and at their end. */
  private static int slot(String line, int start, int end) {
    if (start == end) {
      return 0;
    }
    int hash = (end - start) * 31 + line.charAt((start + end) >>> 1);
    hash = hash * 31 + line.charAt(end - 1);
    return (hash * 31 + line.charAt(Math.max(start, end - 2))) & (SLOTS - 1);
  }
}
