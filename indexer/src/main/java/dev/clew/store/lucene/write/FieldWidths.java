// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often fields come, and how many different values they have: learned as events come. Not
 * thread-safe.
 */
final class FieldWidths {
  /** Beyond it, events of one statement are not told apart by the value. */
  private static final int FEW = 8;

  /** Beyond it in a batch, a column of the values would not pay. */
  private static final int MANY = 2_000;

  private final int names;
  private final Map<String, Width> widths;
  private long event;

  private static final class Width {
    /** The event that brought the name when others had to be forgotten for it. */
    private final long rareIn;

    private @Nullable Set<String> values;
    private boolean varied;
    private boolean wide;

    Width(long rareIn) {
      this.rareIn = rareIn;
    }
  }

  /**
   * Knows nothing yet.
   *
   * @param names so many are known: those that were seen last
   */
  FieldWidths(int names) {
    this.names = names;
    this.widths =
        new LinkedHashMap<>(1 << 8, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Width> eldest) {
            return size() > names;
          }
        };
  }

  /** Values of the next batch may have columns again. */
  void startBatch() {
    widths
        .values()
        .forEach(
            width -> {
              width.values = null;
              width.wide = false;
            });
  }

  /** What is asked from now on is asked of the next event. */
  void startEvent() {
    event++;
  }

  /**
   * True when there are so many names that this one, seen in no event of late but this, gets
   * neither term nor column.
   */
  boolean isRare(String field) {
    return width(field).rareIn == event;
  }

  /** True when the field has so many values that {@code value} should not be part of a shape. */
  boolean isVaried(String field, String value) {
    Width width = width(field);
    if (!width.varied) {
      count(width, value);
    }
    // otherwise the value will be asked for by isWide, which counts it
    return width.varied || width.rareIn == event;
  }

  /** True when the field has so many values that {@code value} gets neither term nor column. */
  boolean isWide(String field, String value) {
    Width width = width(field);
    count(width, value);
    return width.wide;
  }

  private Width width(String field) {
    Width width = widths.get(field);
    if (width == null) {
      width = new Width(widths.size() == names ? event : 0);
      widths.put(field, width);
    }
    return width;
  }

  private void count(Width width, String value) {
    if (width.wide || width.rareIn == event) {
      return;
    }
    Set<String> values = width.values;
    if (values == null) {
      values = new HashSet<>();
      width.values = values;
    }
    if (values.add(value)) {
      width.varied |= values.size() > FEW;
      if (values.size() > MANY) {
        width.wide = true;
        width.values = null;
      }
    }
  }
}
