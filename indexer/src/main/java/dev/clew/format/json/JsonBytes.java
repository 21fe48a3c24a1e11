// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.json;

/** Where JSON values end, in bytes. */
public final class JsonBytes {
  private JsonBytes() {}

  /** The index after the quote that ends the string whose text starts at {@code from}; or -1. */
  static int stringEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\\') {
        i++;
      } else if (b == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  static int blanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** The index after the value at {@code from}, however deep; -1 when its end is not at hand. */
  public static int valueEnd(byte[] bytes, int from, int to) {
    byte first = bytes[from];
    if (first == '"') {
      return stringEnd(bytes, from + 1, to);
    }
    if (first != '{' && first != '[') {
      int at = from;
      while (at < to
          && bytes[at] != ','
          && bytes[at] != '}'
          && bytes[at] != ']'
          && bytes[at] > ' ') {
        at++;
      }
      return at == to ? -1 : at;
    }
    int depth = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '"') {
        i = stringEnd(bytes, i + 1, to) - 1;
        if (i < 0) {
          return -1;
        }
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
