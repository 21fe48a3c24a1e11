// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML document as a tree of texts. It is built from parser events, so no tag ever makes an
 * object, and depth and size are limited before anything is kept. An alias is the node it names,
 * never a copy of it.
 */
final class YamlTree {
  private static final int DEEPEST = 50;
  private static final int MOST_NODES = 5_000_000;
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Deque<JsonNode> open = new ArrayDeque<>();
  private final Deque<String> keys = new ArrayDeque<>();
  private final Map<Anchor, JsonNode> anchors = new HashMap<>();
  private @Nullable String key;
  private @Nullable JsonNode root;
  private int nodes;

  private YamlTree() {}

  /**
   * The first document.
   *
   * @param mostCharacters after which it is refused
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is no YAML, or too long
   * @throws IllegalArgumentException when it is too deep or holds too many values
   */
  static JsonNode read(Reader reader, int mostCharacters) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(mostCharacters).build();
    YamlTree tree = new YamlTree();
    for (Event event : new Parse(settings).parseReader(reader)) {
      tree.add(event);
      if (event.getEventId() == Event.ID.DocumentEnd) {
        break;
      }
    }
    return tree.root == null ? NODES.missingNode() : tree.root;
  }

  private void add(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> put(anchors.getOrDefault(((AliasEvent) event).getAlias(), NODES.nullNode()));
      case MappingStart -> open((NodeEvent) event, NODES.objectNode());
      case SequenceStart -> open((NodeEvent) event, NODES.arrayNode());
      case MappingEnd, SequenceEnd -> close();
      default -> {
        // the frame of a document
      }
    }
  }

  private void scalar(ScalarEvent scalar) {
    if (open.peek() instanceof ObjectNode && key == null) {
      key = scalar.getValue();
      return;
    }
    boolean nothing = scalar.isPlain() && NOTHING.contains(scalar.getValue());
    JsonNode value = nothing ? NODES.nullNode() : NODES.stringNode(scalar.getValue());
    scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
    put(value);
  }

  private void open(NodeEvent event, JsonNode node) {
    if (open.size() == DEEPEST) {
      throw new IllegalArgumentException("nested more than %d levels deep".formatted(DEEPEST));
    }
    if (open.peek() instanceof ObjectNode && key == null) {
      throw new IllegalArgumentException("a key that is no text");
    }
    put(node);
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    open.push(node);
    keys.push(key == null ? "" : key);
    key = null;
  }

  private void close() {
    open.pop();
    keys.pop();
    key = null;
  }

  private void put(JsonNode value) {
    if (++nodes > MOST_NODES) {
      throw new IllegalArgumentException("more than %d values".formatted(MOST_NODES));
    }
    JsonNode inside = open.peek();
    if (inside instanceof ObjectNode map) {
      map.set(key == null ? "" : key, value);
    } else if (inside instanceof ArrayNode list) {
      list.add(value);
    } else {
      root = value;
    }
    key = null;
  }
}
