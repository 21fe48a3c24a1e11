// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.json;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON on standard output and from files people name. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** {@code value}, a record or a tree, on one line. */
  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Prints {@code value} on one line. */
  public static void print(Console console, Object value) {
    console.print(line(value));
  }

  /** Reads one object; {@code what} names it in the fault. */
  public static JsonNode object(String what, String text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException broken) {
      throw Fault.environment(
          "%s is not JSON: %s".formatted(what, firstLine(broken.getMessage())), broken);
    }
    if (node == null || !node.isObject()) {
      throw Fault.environment("%s: expected a JSON object".formatted(what));
    }
    return node;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
