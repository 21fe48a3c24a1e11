// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.util.EnumMap;
import java.util.List;

/** Reads {@code roles.names}: a role, then the names for it, on each line. */
public final class RoleNames {
  private RoleNames() {}

  public static KeyNames read() {
    EnumMap<Role, List<String>> names = new EnumMap<>(Role.class);
    for (String line : Resources.lines("roles.names")) {
      List<String> words = List.of(line.split(" "));
      names.put(Role.valueOf(words.getFirst()), words.subList(1, words.size()));
    }
    return new KeyNames(names);
  }
}
