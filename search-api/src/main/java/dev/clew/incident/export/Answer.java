// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reading a stored answer without trusting that everything is in it. */
record Answer(JsonNode node) {
  Answer at(String name) {
    return new Answer(node.path(name));
  }

  boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The text or number there; empty when there is none. */
  String text(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  long number(String name) {
    return node.path(name).asLong(0);
  }

  double real(String name) {
    return node.path(name).asDouble(0);
  }

  List<Answer> all(String name) {
    List<Answer> all = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      all.add(new Answer(element));
    }
    return all;
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      texts.add(element.asString(""));
    }
    return texts;
  }

  /** A time as the document writes it; the text as it is when it is none. */
  String time(String name, Times times) {
    String text = text(name);
    try {
      return text.isEmpty() ? "" : times.both(Instant.parse(text));
    } catch (DateTimeException none) {
      return text;
    }
  }

  /** A time in UTC alone, for tables with many of them. */
  String utc(String name) {
    return text(name).replace('T', ' ');
  }

  /** {@code 585}, or {@code at least 585} where the count may be off. */
  String count(String name) {
    Answer count = at(name);
    if (count.node().isNumber()) {
      return count.node().asString();
    }
    boolean exact = count.node().path("exact").asBoolean(true);
    return (exact ? "" : "about ") + count.text("value");
  }
}
