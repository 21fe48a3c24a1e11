// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.run.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads CloudEvents 1.0 (https://github.com/cloudevents/spec): CDEvents by their type, of others
 * the data, as if it had been sent without the envelope. An event that says when gives its data the
 * time that it lacks.
 */
final class CloudEvents {
  private CloudEvents() {}

  /** An event that is a JSON object, or several of them in an array. */
  static void readStructured(JsonNode body, Told told) {
    for (JsonNode event : body.isArray() ? body : List.of(body)) {
      read(Fields.text(event, "type"), Fields.text(event, "time"), event.path("data"), told);
    }
  }

  /** An event whose attributes are headers. */
  static void readBinary(Delivery delivery, JsonNode data, Told told) {
    String time = delivery.header("ce-time");
    read(delivery.header("ce-type"), time.isEmpty() ? null : time, data, told);
  }

  private static void read(@Nullable String type, @Nullable String time, JsonNode data, Told told) {
    if (type != null && type.startsWith(CdEvents.PREFIX)) {
      CdEvents.read(type, data, instant(time), told);
    } else if (data.isObject()) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      if (time != null) {
        row.put("time", time);
      }
      row.setAll((ObjectNode) data);
      DeliveryReader.readText(row.toString().getBytes(StandardCharsets.UTF_8), told);
    } else {
      told.note("the event \"%s\" has no data that is an object".formatted(type));
    }
  }

  private static @Nullable Instant instant(@Nullable String time) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode().put("time", time);
    return Fields.time(holder, Told.ZONE, "time").orElse(null);
  }
}
