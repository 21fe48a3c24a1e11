// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Patterns found lately, by the shape as its scanner holds it: the usual event needs no text of its
 * shape. Not thread-safe.
 */
final class PatternCache {
  private static final int SLOTS = 1 << 13;
  private static final int MAX_LENGTH = 512;

  /** Two shapes share a pair of slots; a third takes the place of the older one. */
  private final @Nullable Entry[] entries = new Entry[SLOTS];

  private record Entry(
      char[] shape,
      Severity severity,
      @Nullable String service,
      @Nullable String logger,
      Pattern pattern) {

    boolean fits(ShapeScanner scanned, LogEvent event) {
      return Arrays.equals(shape, 0, shape.length, scanned.shape(), 0, scanned.length())
          && severity == event.severity()
          && Objects.equals(service, event.service())
          && Objects.equals(logger, event.logger());
    }
  }

  /** The pattern of {@code event}, scanned last; null when it is not known. */
  @Nullable Pattern find(ShapeScanner scanned, LogEvent event) {
    int slot = slot(scanned, event);
    Entry entry = entries[slot];
    if (entry != null && entry.fits(scanned, event)) {
      return entry.pattern;
    }
    entry = entries[slot ^ 1];
    return entry != null && entry.fits(scanned, event) ? entry.pattern : null;
  }

  /** Remembers what {@link #find} did not know. */
  void add(ShapeScanner scanned, LogEvent event, Pattern pattern) {
    if (scanned.length() <= MAX_LENGTH) {
      int slot = slot(scanned, event);
      entries[slot ^ 1] = entries[slot];
      entries[slot] =
          new Entry(
              Arrays.copyOf(scanned.shape(), scanned.length()),
              event.severity(),
              event.service(),
              event.logger(),
              pattern);
    }
  }

  private static int slot(ShapeScanner scanned, LogEvent event) {
    int hash = 31 * scanned.hash() + event.severity().number();
    hash = 31 * hash + Objects.hashCode(event.service());
    hash = 31 * hash + Objects.hashCode(event.logger());
    return ((hash * 0x9E3779B9) >>> 16) & (SLOTS - 1);
  }
}
