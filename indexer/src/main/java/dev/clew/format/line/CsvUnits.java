// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.source.UnitCutter;

/** Cuts CSV into records: a line feed inside quotes does not end one (RFC 4180, section 2.6). */
public final class CsvUnits implements UnitCutter {
  /** A quote that nothing closes must not swallow the rest of a file. */
  private static final int MAX_LINES = 1000;

  @Override
  public int end(byte[] bytes, int from, int to, boolean last) {
    boolean quoted = false;
    int firstLine = -1;
    int lines = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        quoted = !quoted;
      } else if (bytes[i] == '\n') {
        if (!quoted) {
          return i + 1;
        }
        firstLine = firstLine < 0 ? i + 1 : firstLine;
        if (++lines == MAX_LINES) {
          return firstLine;
        }
      }
    }
    return last ? to : MORE;
  }
}
