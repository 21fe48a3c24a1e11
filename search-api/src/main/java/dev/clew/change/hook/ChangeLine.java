// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import dev.clew.change.PushedCommit;
import dev.clew.change.Restart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A change as a line of JSON, which {@code dev.clew.change.file} reads back. */
final class ChangeLine {
  private ChangeLine() {}

  static String of(Change change) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("time", change.time().toString());
    row.put("kind", change.kind());
    put(row, "service", change.service());
    switch (change) {
      case Deploy deploy -> {
        put(row, "version", deploy.version());
        put(row, "commit", deploy.commit());
      }
      // is told by the logs alone, and told again by them
      case Restart restart -> put(row, "version", restart.version());
      case ConfigChange config -> {
        put(row, "host", config.host());
        put(row, "resource", config.resource());
        put(row, "key", config.key());
        put(row, "old", config.oldValue());
        put(row, "new", config.newValue());
      }
      case FlagChange flag -> {
        put(row, "flag", flag.flag());
        put(row, "old", flag.from());
        put(row, "new", flag.to());
      }
      case PushedCommit commit -> {
        put(row, "commit", commit.id());
        put(row, "subject", commit.subject());
      }
    }
    put(row, "by", change.by());
    return row.toString();
  }

  private static void put(ObjectNode row, String name, @Nullable String value) {
    if (value != null) {
      row.put(name, value);
    }
  }
}
