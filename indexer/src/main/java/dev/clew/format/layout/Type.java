// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import java.util.Locale;

/** How a field of a layout is read. */
enum Type {
  WORD,
  INT,
  DECIMAL,
  DOTTED,
  TEXT,
  LINE,
  QUOTED,
  ISO,
  DAY,
  NAMED,
  EPOCH,
  GLOG,
  LETTER,
  MARK,
  SYSLOG;

  /**
   * The type written {@code name}.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Type of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
