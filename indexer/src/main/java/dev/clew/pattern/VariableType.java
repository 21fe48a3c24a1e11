// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import org.jspecify.annotations.Nullable;

/** What kind of value a variable of a {@link Shape} holds. */
public enum VariableType {
  /** Decimal digits, with a sign, a fraction or an exponent: {@code -529.0}, {@code 1.2.3}. */
  NUM('\uFDD0'),
  /**
   * An IPv4 or IPv6 address, with the slash Java puts before it; the port is a number of its own.
   */
  IP('\uFDD1'),
  /** Hex digits in groups of 8-4-4-4-12. */
  UUID('\uFDD2'),
  /** Hex digits after {@code 0x}, in a run of six or more, or in pairs joined by colons. */
  HEX('\uFDD3'),
  /** A file path that holds a digit. */
  PATH('\uFDD4'),
  /** Digits with units of time attached: {@code 12ms}, {@code 1h30m}. */
  DURATION('\uFDD5'),
  /** Digits with a unit of memory attached: {@code 512MB}. */
  SIZE('\uFDD6'),
  /** A date, a time of day, or both joined by {@code T}. */
  TIME('\uFDD7'),
  /** A mail address. */
  EMAIL('\uFDD8'),
  /** What follows {@code ://}. */
  URL('\uFDD9'),
  /** A dotted host name that holds a digit. */
  HOST('\uFDDA'),
  /** Any other token that holds a digit: {@code job_-71283}, {@code A2-B1}. */
  ID('\uFDDB');

  private static final char FIRST_MARKER = '\uFDD0';
  private static final char LAST_MARKER = '\uFDEF';
  private static final VariableType[] BY_MARKER = new VariableType[LAST_MARKER - FIRST_MARKER + 1];

  static {
    for (VariableType type : values()) {
      BY_MARKER[type.marker - FIRST_MARKER] = type;
    }
  }

  private final char marker;
  private final String placeholder;

  VariableType(char marker) {
    this.marker = marker;
    this.placeholder = "<" + name().toLowerCase(java.util.Locale.ROOT) + ">";
  }

  /** How templates show a variable of this type: {@code <num>}. */
  public String placeholder() {
    return placeholder;
  }

  /**
   * The character that stands for a variable of this type in {@link Shape#text}: one of the Unicode
   * noncharacters, which are reserved for such internal use.
   */
  char marker() {
    return marker;
  }

  static boolean isMarker(char c) {
    return c >= FIRST_MARKER && c <= LAST_MARKER;
  }

  /** The type whose placeholder stands in {@code template} at {@code at}; null when none does. */
  static @Nullable VariableType at(String template, int at) {
    for (VariableType type : values()) {
      if (template.startsWith(type.placeholder, at)) {
        return type;
      }
    }
    return null;
  }

  /** The type that {@code marker} stands for; the caller knows it is one that a shape holds. */
  static VariableType of(char marker) {
    return BY_MARKER[marker - FIRST_MARKER];
  }
}
