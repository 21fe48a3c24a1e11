// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.NamedValues;
import dev.clew.format.field.Pairs;

/** A record that is an array: a time and a text, or a number, as Loki and Prometheus answer. */
final class JsonRow {
  private JsonRow() {}

  /** True when {@code row} holds a time and a value, which {@code values} then has. */
  static boolean read(String row, NamedValues values) {
    int at = blanks(row, 1);
    int end = element(row, at);
    if (end <= at) {
      return false;
    }
    values.add("timestamp", Pairs.value(row, at, end));
    at = blanks(row, end);
    if (at >= row.length() || row.charAt(at) != ',') {
      return false;
    }
    at = blanks(row, at + 1);
    end = element(row, at);
    String value = Pairs.value(row, at, end);
    values.add(isNumber(value) ? "value" : "message", value);
    return true;
  }

  private static int element(String row, int from) {
    if (from < row.length() && row.charAt(from) == '"') {
      return Pairs.valueEnd(row, from, row.length());
    }
    int at = from;
    while (at < row.length() && ",]".indexOf(row.charAt(at)) < 0 && row.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
        return text.equals("NaN");
      }
    }
    return !text.isEmpty();
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
