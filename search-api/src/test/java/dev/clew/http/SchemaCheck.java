// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares an answer with the part of JSON Schema that the API's document uses. */
final class SchemaCheck {
  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with {@code value}, each with its place; empty when nothing is. */
  static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(document);
    check.check(schema, value, "$");
    return check.faults;
  }

  private void check(JsonNode schema, JsonNode value, String place) {
    if (schema.has("$ref")) {
      check(document.at(schema.get("$ref").asString().substring(1)), value, place);
    } else if (schema.has("anyOf")) {
      check(value.isNull() ? schema.at("/anyOf/1") : schema.at("/anyOf/0"), value, place);
    } else {
      checkType(schema, value, place);
    }
  }

  private void checkType(JsonNode schema, JsonNode value, String place) {
    String type = schema.get("type").asString();
    boolean fits =
        switch (type) {
          case "null" -> value.isNull();
          case "string" -> value.isString();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> false;
        };
    if (!fits) {
      faults.add(place + " is no " + type + ": " + value);
    } else if (type.equals("array")) {
      value.forEach(item -> check(schema.get("items"), item, place + "[]"));
    } else if (schema.has("additionalProperties")) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        check(schema.get("additionalProperties"), entry.getValue(), place + "." + entry.getKey());
      }
    } else if (schema.has("properties")) {
      checkKeys(schema, value, place);
    }
  }

  private void checkKeys(JsonNode schema, JsonNode value, String place) {
    for (JsonNode required : schema.get("required")) {
      if (!value.has(required.asString())) {
        faults.add(place + " lacks " + required.asString());
      }
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      JsonNode property = schema.get("properties").get(entry.getKey());
      if (property == null) {
        faults.add(place + " has " + entry.getKey() + ", which the schema does not");
      } else {
        check(property, entry.getValue(), place + "." + entry.getKey());
      }
    }
  }
}
