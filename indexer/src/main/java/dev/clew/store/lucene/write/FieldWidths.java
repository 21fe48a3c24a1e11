// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many different values fields have: learned as events come. Not thread-safe. */
final class FieldWidths {
  /** Beyond it, events of one statement are not told apart by the value. */
  private static final int FEW = 8;

  /** Beyond it in a batch, a column of the values would not pay. */
  private static final int MANY = 2_000;

  /** Names beyond it are taken to have many values, unseen. */
  private static final int MAX_NAMES = 4_096;

  private final Map<String, Width> widths = new HashMap<>();

  private static final class Width {
    private final Set<String> values = new HashSet<>();
    private boolean varied;
    private boolean wide;
  }

  /** Values of the next batch may have columns again. */
  void startBatch() {
    widths
        .values()
        .forEach(
            width -> {
              width.values.clear();
              width.wide = false;
            });
  }

  /** True when the field has so many values that {@code value} should not be part of a shape. */
  boolean isVaried(String field, String value) {
    Width known = widths.get(field);
    if (known != null && known.varied) {
      // the value will be asked for by isWide, which counts it
      return true;
    }
    Width width = seen(field, value);
    return width == null || width.varied;
  }

  /** True when the field has so many values that {@code value} gets neither term nor column. */
  boolean isWide(String field, String value) {
    Width width = seen(field, value);
    return width == null || width.wide;
  }

  private @org.jspecify.annotations.Nullable Width seen(String field, String value) {
    Width width = widths.get(field);
    if (width == null) {
      if (widths.size() == MAX_NAMES) {
        return null;
      }
      width = new Width();
      widths.put(field, width);
    }
    if (!width.wide && width.values.add(value)) {
      width.varied |= width.values.size() > FEW;
      if (width.values.size() > MANY) {
        width.wide = true;
        width.values.clear();
      }
    }
    return width;
  }
}
