// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mappings of a source map: lines apart by semicolons, segments by commas, each of one,
 * four or five numbers in base 64 with a variable length (ECMA-426, "Mappings structure"). All but
 * the column go on from the segment before, over lines too.
 */
final class Mappings {
  private static final int FIELDS = 5;
  private static final int MAX_DIGITS = 7;

  private final String text;
  private final long[] fields = new long[FIELDS];
  private int at;
  private long source;
  private long line;

  private Mappings(String text) {
    this.text = text;
  }

  /**
   * A place in a source.
   *
   * @param source number of the source, from 0
   * @param line from 0
   */
  record Target(int source, int line) {}

  /**
   * The last mapping at or before a column, in its line; before the first, the first.
   *
   * @param wantedLine in the generated file, from 0
   * @param wantedColumn from 0
   */
  static Optional<Target> find(String text, int wantedLine, int wantedColumn) {
    return Optional.ofNullable(new Mappings(text).find(wantedLine, wantedColumn));
  }

  private @Nullable Target find(int wantedLine, int wantedColumn) {
    long generatedLine = 0;
    long column = 0;
    Target found = null;
    while (at < text.length() && generatedLine <= wantedLine) {
      char c = text.charAt(at);
      if (c == ';') {
        generatedLine++;
        column = 0;
        at++;
        continue;
      }
      if (c == ',') {
        at++;
        continue;
      }
      int count = segment();
      if (count == 0) {
        return null;
      }
      column += fields[0];
      if (count >= 4) {
        source += fields[1];
        line += fields[2];
      }
      if (generatedLine == wantedLine && (column <= wantedColumn || found == null)) {
        // a segment of one number says that what follows comes from no source
        found = count >= 4 ? target() : column <= wantedColumn ? null : found;
      }
    }
    return found;
  }

  private @Nullable Target target() {
    boolean fits = source >= 0 && source < 1 << 20 && line >= 0 && line < 1 << 30;
    return fits ? new Target((int) source, (int) line) : null;
  }

  /** Reads the numbers of a segment; 0 when it is broken. */
  private int segment() {
    int count = 0;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ';') {
      if (count == FIELDS || !number(count)) {
        return 0;
      }
      count++;
    }
    return count == 1 || count >= 4 ? count : 0;
  }

  private boolean number(int field) {
    long value = 0;
    for (int digits = 0; digits < MAX_DIGITS && at < text.length(); digits++) {
      int digit = digit(text.charAt(at++));
      if (digit < 0) {
        return false;
      }
      value |= (long) (digit & 31) << (5 * digits);
      if ((digit & 32) == 0) {
        fields[field] = (value & 1) == 0 ? value >> 1 : -(value >> 1);
        return true;
      }
    }
    return false;
  }

  private static int digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }
}
