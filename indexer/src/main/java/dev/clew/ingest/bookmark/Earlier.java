// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

/**
 * What earlier readings brought into the store already.
 *
 * @param bytes bytes read, decompressed
 * @param lines physical lines read
 * @param events events read
 */
public record Earlier(long bytes, long lines, long events) {
  /** Nothing was read before. */
  public static final Earlier NOTHING = new Earlier(0, 0, 0);

  /** The sums of this and {@code other}. */
  public Earlier plus(Earlier other) {
    return new Earlier(bytes + other.bytes, lines + other.lines, events + other.events);
  }

  /** What came after {@code other}. */
  public Earlier minus(Earlier other) {
    return new Earlier(bytes - other.bytes, lines - other.lines, events - other.events);
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return bytes + " " + lines + " " + events;
  }

  /** Reads {@link #text}. */
  public static Earlier parse(String text) {
    String[] parts = text.split(" ", 3);
    return new Earlier(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
