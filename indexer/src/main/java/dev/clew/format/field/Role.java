// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

/** The part of an event that a named value goes to. */
public enum Role {
  TIME,
  /** nanoseconds after the second that the time names */
  TIME_NANOS,
  DATE,
  LEVEL,
  LEVEL_NUMBER,
  MESSAGE,
  SERVICE,
  POD,
  VERSION,
  HOST,
  LOGGER,
  THREAD,
  TRACE,
  SPAN,
  /** the unit of work that a span is part of */
  PARENT,
  /** when a span ended */
  END,
  DURATION,
  STACK,
  EXCEPTION_TYPE,
  EXCEPTION_MESSAGE,
  SPAN_NAME,
  /** how a span or a request ended */
  STATUS,
  METHOD,
  PATH;

  /** Place in an array with one place for each role. */
  // an EnumMap would box a number for every value of every line
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }
}
