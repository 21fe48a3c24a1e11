// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Pairs;
import dev.clew.format.field.Text;

/** The structured data of syslog: RFC 5424, section 6.3. */
final class StructuredElements {
  private StructuredElements() {}

  /**
   * Reads {@code -} or elements such as {@code [order@32473 id="7"]}; each parameter becomes an
   * attribute.
   *
   * @return where they end; -1 when there are none
   */
  static int read(String line, int from, Draft draft) {
    if (line.startsWith("-", from)) {
      return from + 1;
    }
    int at = from;
    while (at < line.length() && line.charAt(at) == '[') {
      at = element(line, at + 1, draft);
      if (at < 0) {
        return -1;
      }
    }
    return at > from ? at : -1;
  }

  private static int element(String line, int from, Draft draft) {
    int at = from;
    while (at < line.length() && line.charAt(at) != ']' && !Text.isSpace(line.charAt(at))) {
      at++;
    }
    while (at < line.length() && line.charAt(at) != ']') {
      at = Text.skipSpaces(line, at, line.length());
      int equals = line.indexOf('=', at);
      if (equals < 0 || equals + 1 >= line.length() || line.charAt(equals + 1) != '"') {
        return -1;
      }
      int end = Pairs.valueEnd(line, equals + 1, line.length());
      if (line.charAt(end - 1) != '"') {
        return -1;
      }
      draft.attribute(line.substring(at, equals), Pairs.value(line, equals + 1, end));
      at = end;
    }
    return at < line.length() ? at + 1 : -1;
  }
}
