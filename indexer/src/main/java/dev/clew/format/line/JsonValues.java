// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import dev.clew.format.field.NamedValues;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the values of a JSON object, those of nested objects under names joined by dots. An array,
 * and an object nested more than {@value #MAX_DEPTH} deep, is one value: its JSON text.
 */
public final class JsonValues {
  private static final int MAX_DEPTH = 8;

  private final JsonFactory factory = new JsonFactory();

  /** True when {@code text} is one JSON object, whose values {@code values} then holds. */
  public boolean read(String text, NamedValues values) {
    values.clear();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && object(parser, text, values)
          && parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean object(JsonParser parser, String text, NamedValues values) {
    Deque<String> prefixes = new ArrayDeque<>();
    String prefix = "";
    String name = "";
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      switch (token) {
        case PROPERTY_NAME ->
            name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
        case START_OBJECT -> {
          if (prefixes.size() + 1 >= MAX_DEPTH) {
            values.add(name, slice(parser, text));
          } else {
            prefixes.push(prefix);
            prefix = name + ".";
          }
        }
        case END_OBJECT -> {
          if (prefixes.isEmpty()) {
            return true;
          }
          prefix = prefixes.pop();
        }
        case START_ARRAY -> values.add(name, slice(parser, text));
        case VALUE_NULL -> {
          // says nothing
        }
        default -> values.add(name, parser.getString());
      }
    }
  }

  private static String slice(JsonParser parser, String text) {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    int to = (int) parser.currentLocation().getCharOffset();
    return from >= 0 && to <= text.length() && from < to ? text.substring(from, to) : "";
  }
}
