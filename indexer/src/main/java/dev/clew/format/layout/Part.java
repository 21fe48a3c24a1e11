// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

/** What a field of a layout is of an event. */
enum Part {
  TIME("time"),
  LEVEL("level"),
  STATUS("status"),
  PRIORITY("pri"),
  STRUCTURED("structured"),
  PROGRAM("program"),
  REST("rest"),
  BODY("body"),
  BODY_START("body>"),
  BODY_END("<body"),
  HOST("host"),
  SERVICE("service"),
  LOGGER("logger"),
  THREAD("thread"),
  CALLER("caller"),
  TRACE("trace"),
  SPAN("span"),
  SKIP("skip"),
  ATTRIBUTE("");

  private final String text;

  Part(String text) {
    this.text = text;
  }

  /** What the field called {@code name} is. */
  static Part of(String name) {
    for (Part part : values()) {
      if (part.text.equals(name)) {
        return part;
      }
    }
    return ATTRIBUTE;
  }
}
