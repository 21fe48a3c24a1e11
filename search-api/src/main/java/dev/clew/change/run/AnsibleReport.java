// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what Ansible's callback plugins {@code json} and {@code ansible.posix.jsonl} print. The
 * report of many hosts is large, so it is read task by task.
 */
public final class AnsibleReport {
  private static final String LAST_EVENT = "v2_playbook_on_stats";

  private final JsonParser parser;
  private final ZoneId zone;
  private final RunListener listener;

  /** The run whose events are read, one a line; null between runs. */
  private @Nullable AnsibleRun run;

  private @Nullable String play;

  private AnsibleReport(JsonParser parser, ZoneId zone, RunListener listener) {
    this.parser = parser;
    this.zone = zone;
    this.listener = listener;
  }

  /**
   * Reads all runs that stand one after the other.
   *
   * @param zone of times that name none
   * @throws tools.jackson.core.JacksonException when the text is no JSON; what was read before is
   *     told
   */
  public static void read(Reader reader, ZoneId zone, RunListener listener) {
    try (JsonParser parser = Trees.parser(reader)) {
      new AnsibleReport(parser, zone, listener).read();
    }
  }

  private void read() {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          object();
        }
      }
    } finally {
      end();
    }
  }

  /** A whole run of the one plugin, or an event of the other. */
  private void object() {
    long line = parser.currentTokenLocation().getLineNr();
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("plays") && value == JsonToken.START_ARRAY) {
        plays(new AnsibleRun(listener, line));
      } else {
        fields.set(name, parser.<JsonNode>readValueAsTree());
      }
    }
    if (fields.path("_event").isString()) {
      event(fields, line);
    }
  }

  private void plays(AnsibleRun whole) {
    try {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String name = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String field = parser.currentName();
          JsonToken value = parser.nextToken();
          if (field.equals("play")) {
            name = Fields.text(parser.<JsonNode>readValueAsTree(), "name");
          } else if (field.equals("tasks") && value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              task(whole, name, parser.<JsonNode>readValueAsTree(), null);
            }
          } else {
            parser.skipChildren();
          }
        }
      }
    } finally {
      whole.end();
    }
  }

  private void event(JsonNode event, long line) {
    if (run == null) {
      run = new AnsibleRun(listener, line);
    }
    String name = event.path("_event").asString();
    if (name.equals(LAST_EVENT)) {
      end();
    } else if (event.has("play")) {
      play = Fields.text(event.path("play"), "name");
    } else if (name.startsWith("v2_runner_on_")) {
      task(run, play, event, Fields.time(event, zone, "_timestamp").orElse(null));
    }
  }

  /**
   * The results of a task on its hosts; {@code time} when it is known better than the task knows.
   */
  private void task(
      AnsibleRun into, @Nullable String playName, JsonNode node, @Nullable Instant time) {
    JsonNode task = node.path("task");
    String name = Fields.text(task, "name");
    Instant ended =
        time != null ? time : Fields.time(task.path("duration"), zone, "end", "start").orElse(null);
    for (Map.Entry<String, JsonNode> host : node.path("hosts").properties()) {
      if (ended == null) {
        listener.note(1, "the task \"%s\" has no time; its changes are left out".formatted(name));
        return;
      }
      into.result(
          new AnsibleTask(playName, name == null ? "a task" : name, host.getKey(), ended),
          host.getValue());
    }
  }

  private void end() {
    if (run != null) {
      run.end();
    }
    run = null;
    play = null;
  }
}
