// SPDX-License-Identifier: Apache-2.0
package dev.clew.note;

import dev.clew.code.mapping.PathMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A note as a line of JSON. */
final class NoteLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private NoteLine() {}

  static String of(Verdict verdict) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("note", "verdict");
    fields.put("time", verdict.time().toString());
    fields.put("by", verdict.by());
    fields.put("verdict", verdict.ruling().name().toLowerCase(Locale.ROOT));
    fields.put("group", verdict.group());
    fields.put("kind", verdict.kind());
    fields.put("id", verdict.id());
    fields.put("title", verdict.title());
    if (verdict.reason() != null) {
      fields.put("reason", verdict.reason());
    }
    return JSON.writeValueAsString(fields);
  }

  static String of(PathMapping mapping, boolean holds, Instant time) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("note", holds ? "mapping" : "no-mapping");
    fields.put("time", time.toString());
    fields.put("prefix", mapping.prefix());
    fields.put("folder", mapping.folder());
    return JSON.writeValueAsString(fields);
  }

  /** Gives what the line holds to the one that it is for. */
  static void read(
      String line, Consumer<Verdict> verdicts, Consumer<PathMapping> add, Consumer<String> remove) {
    try {
      JsonNode fields = JSON.readTree(line);
      String note = text(fields, "note");
      switch (note) {
        case "verdict" -> verdicts.accept(verdict(fields));
        case "mapping" ->
            add.accept(new PathMapping(text(fields, "prefix"), text(fields, "folder")));
        case "no-mapping" -> remove.accept(text(fields, "prefix"));
        default -> throw new IllegalArgumentException("a note \"%s\" is not known".formatted(note));
      }
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("it is no JSON object", broken);
    } catch (java.time.DateTimeException broken) {
      throw new IllegalArgumentException("its time is none", broken);
    }
  }

  private static Verdict verdict(JsonNode fields) {
    return new Verdict(
        text(fields, "group"),
        text(fields, "kind"),
        text(fields, "id"),
        text(fields, "title"),
        Verdict.Ruling.valueOf(text(fields, "verdict").toUpperCase(Locale.ROOT)),
        text(fields, "by"),
        Instant.parse(text(fields, "time")),
        fields.hasNonNull("reason") ? text(fields, "reason") : null);
  }

  private static String text(JsonNode fields, String name) {
    JsonNode field = fields.get(name);
    if (field == null || !field.isString()) {
      throw new IllegalArgumentException("it has no text \"%s\"".formatted(name));
    }
    return field.stringValue();
  }
}
