// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import java.util.ArrayList;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields that an answer has in common with one that an older Clew gave. The API writes every field,
 * those without a value as {@code null}: one that a copy does not have came to the API after it.
 */
final class SharedFields {
  /** Objects whose fields are data: a level that is new among counts is another answer. */
  static final Set<String> DATA =
      Set.of("attributes", "counts", "deployed", "fields", "kinds", "levels", "local");

  private SharedFields() {}

  /** The answer {@code now} without the fields that the API did not have when {@code copy} was. */
  static JsonNode of(JsonNode now, JsonNode copy) {
    return of(now, copy, false);
  }

  private static JsonNode of(JsonNode now, JsonNode copy, boolean data) {
    if (now instanceof ObjectNode object && copy instanceof ObjectNode older) {
      ObjectNode shared = object.deepCopy();
      for (String name : new ArrayList<>(shared.propertyNames())) {
        if (older.has(name)) {
          shared.set(name, of(object.get(name), older.get(name), DATA.contains(name)));
        } else if (!data) {
          shared.remove(name);
        }
      }
      return shared;
    }
    if (now instanceof ArrayNode array && copy instanceof ArrayNode older) {
      ArrayNode shared = array.arrayNode();
      for (int i = 0; i < array.size(); i++) {
        shared.add(i < older.size() ? of(array.get(i), older.get(i), data) : array.get(i));
      }
      return shared;
    }
    return now;
  }
}
