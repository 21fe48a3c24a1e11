// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which attributes differ between the state of a resource before and after. */
final class ValueAlterations {
  private static final int DEEPEST = 8;

  private final Map<String, String> values = new LinkedHashMap<>();

  private ValueAlterations() {}

  static List<Alteration> between(JsonNode before, JsonNode after) {
    Map<String, String> old = flat(before);
    Map<String, String> now = flat(after);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    keys.removeIf(key -> Objects.equals(old.get(key), now.get(key)));
    List<Alteration> found = new ArrayList<>();
    keys.stream()
        .limit(TextAlterations.MOST)
        .forEach(key -> found.add(new Alteration(key, old.get(key), now.get(key))));
    if (keys.size() > TextAlterations.MOST) {
      found.add(
          new Alteration(
              "%d further settings".formatted(keys.size() - TextAlterations.MOST), null, null));
    }
    return found;
  }

  private static Map<String, String> flat(JsonNode node) {
    ValueAlterations flat = new ValueAlterations();
    flat.add("", node, 0);
    return flat.values;
  }

  private void add(String name, JsonNode node, int depth) {
    if (node.isObject() && depth < DEEPEST) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        add(
            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(),
            entry.getValue(),
            depth + 1);
      }
      return;
    }
    String text = Fields.words(node);
    if (text != null) {
      values.put(name.isEmpty() ? "value" : name, text);
    }
  }
}
