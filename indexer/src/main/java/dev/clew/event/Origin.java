// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

/**
 * Where an event was read.
 *
 * @param source identity of the source: equal for two readings of the same input, different for two
 *     inputs; sixteen hex digits
 * @param file what people call the source: a path relative to what was given, {@code
 *     archive.tar.gz!member} for archives
 * @param offset bytes before the event in the (decompressed) source, from 0
 * @param line first physical line of the event, from 1
 * @param lines how many physical lines the event has, at least 1
 */
public record Origin(String source, String file, long offset, long line, int lines)
    implements Comparable<Origin> {

  public Origin {
    if (offset < 0 || line < 1 || lines < 1) {
      throw new IllegalArgumentException(
          "offset %d, line %d, lines %d".formatted(offset, line, lines));
    }
  }

  /** By source, then offset. */
  @Override
  public int compareTo(Origin other) {
    int bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : Long.compare(offset, other.offset);
  }
}
