// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task on a host, and what its result says that it changed.
 *
 * @param play name of the play
 * @param task name of the task
 * @param host where it ran
 * @param time when it ended
 */
record AnsibleTask(@Nullable String play, String task, String host, Instant time) {
  /** What a header of a diff says about the part of the file that it shows. */
  private static final Pattern PART = Pattern.compile(" \\((?:content|file attributes)\\)$");

  /** Files that Ansible itself puts down for a moment. */
  private static final Pattern TEMPORARY = Pattern.compile("/\\.ansible/tmp/|/ansible-tmp-");

  /** The changes of a result whose {@code changed} is true; of a loop, those of its items. */
  List<ConfigChange> changes(JsonNode result) {
    if (result.path("results").isArray()) {
      List<ConfigChange> all = new ArrayList<>();
      for (JsonNode item : result.path("results")) {
        if (Fields.isTrue(item, "changed") && !Fields.isTrue(item, "failed")) {
          all.addAll(of(item, text(result, "action")));
        }
      }
      return all;
    }
    return of(result, text(result, "action"));
  }

  private List<ConfigChange> of(JsonNode result, String action) {
    String module = action.substring(action.lastIndexOf('.') + 1);
    if (result.has("censored")) {
      return List.of(change(null, "%s (values hidden by no_log)".formatted(module), null, null));
    }
    String resource = resource(result);
    List<ConfigChange> changes = new ArrayList<>();
    for (Alteration found : alterations(result.path("diff"))) {
      changes.add(change(resource, found.key(), found.before(), found.after()));
    }
    return changes.isEmpty() ? List.of(undetailed(result, module, resource)) : changes;
  }

  /** A change of which the result does not say what was before. */
  private ConfigChange undetailed(JsonNode result, String module, @Nullable String resource) {
    String command = Fields.words(result.path("cmd"));
    if (command != null) {
      String run = result.path("cmd").isArray() ? command.replace(", ", " ") : command;
      return change(null, Alteration.shortened("command " + run), null, null);
    }
    JsonNode arguments = result.path("invocation").path("module_args");
    String state = text(arguments, "state");
    return change(resource, module, null, state.isEmpty() ? null : state);
  }

  /** A change that this task made. */
  ConfigChange change(
      @Nullable String resource, String key, @Nullable String before, @Nullable String after) {
    return new ConfigChange(time, null, host, resource, key, before, after, by());
  }

  private String by() {
    return Alteration.shortened("Ansible: " + (play == null ? "" : play + " / ") + task);
  }

  static List<Alteration> alterations(JsonNode diff) {
    List<Alteration> all = new ArrayList<>();
    for (JsonNode part : diff.isArray() ? diff : List.of(diff)) {
      JsonNode before = part.path("before");
      JsonNode after = part.path("after");
      if (part.path("prepared").isString()) {
        all.addAll(TextAlterations.ofDiff(part.path("prepared").asString()));
      } else if (before.isObject() || after.isObject()) {
        all.addAll(ValueAlterations.between(before, after));
      } else {
        all.addAll(TextAlterations.between(words(before), words(after)));
      }
    }
    return all;
  }

  private static String words(JsonNode node) {
    String words = Fields.words(node);
    return words == null ? "" : words;
  }

  private static @Nullable String resource(JsonNode result) {
    JsonNode arguments = result.path("invocation").path("module_args");
    for (String path :
        new String[] {
          text(result, "dest"),
          text(result, "path"),
          text(arguments, "dest"),
          text(arguments, "path"),
          header(result.path("diff"), "before_header"),
          header(result.path("diff"), "after_header"),
          text(result, "name"),
          text(arguments, "name")
        }) {
      if (!path.isEmpty()) {
        return Alteration.shortened(path);
      }
    }
    return null;
  }

  private static String header(JsonNode diff, String name) {
    for (JsonNode part : diff.isArray() ? diff : List.of(diff)) {
      String path = file(text(part, name));
      if (!path.isEmpty()) {
        return path;
      }
    }
    return "";
  }

  /** The file that the header of a diff names; empty when it is none that stays. */
  static String file(String header) {
    return TEMPORARY.matcher(header).find() ? "" : PART.matcher(header).replaceFirst("").strip();
  }

  private static String text(JsonNode node, String name) {
    String text = node.has(name) ? Fields.words(node.path(name)) : null;
    return text == null ? "" : text;
  }
}
