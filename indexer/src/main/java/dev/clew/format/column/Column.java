// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.column;

/**
 * One column in front of a message.
 *
 * @param role what it gives to an event
 * @param name of the attribute when the role is {@link Role#ATTRIBUTE}
 * @param kinds bits of the kinds that a line may have here
 * @param text what stands here in each line; empty when it varies
 */
record Column(Role role, String name, int kinds, String text) {

  /** What a column gives to an event. */
  enum Role {
    LEVEL,
    LOGGER,
    HOST,
    SERVICE,
    TRACE,
    /** whatever brackets hold: a thread, a severity, pairs */
    BRACKET,
    ATTRIBUTE,
    NONE
  }

  boolean allows(Kind kind) {
    return (kinds & kind.bit()) != 0;
  }

  /** What people call the column. */
  String title() {
    return switch (role) {
      case LEVEL -> "level";
      case LOGGER -> "logger";
      case HOST -> "host";
      case SERVICE -> "service";
      case TRACE -> "trace";
      case BRACKET -> "[context]";
      case ATTRIBUTE -> name;
      case NONE -> text.isEmpty() ? "-" : text;
    };
  }
}
