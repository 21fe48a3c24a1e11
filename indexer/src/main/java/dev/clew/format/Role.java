// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

/** The part of an event that a named value goes to. */
enum Role {
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
