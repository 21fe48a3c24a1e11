// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

/** The part of an event that a named value goes to. */
public enum Role {
  TIME,
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
  STACK,
  EXCEPTION_TYPE,
  EXCEPTION_MESSAGE,
  SPAN_NAME,
  SPAN_STATUS
}
