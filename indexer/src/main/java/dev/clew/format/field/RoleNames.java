// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.util.EnumMap;
import java.util.List;

/** Reads {@code roles.names}: a role, then the names for it, on each line. */
public final class RoleNames {
  private static final String WRAPPERS = "WRAPPERS";

  private RoleNames() {}

  public static KeyNames read() {
    EnumMap<Role, List<String>> names = new EnumMap<>(Role.class);
    List<String> wrappers = List.of();
    for (String line : Resources.lines("roles.names")) {
      List<String> words = List.of(line.split(" "));
      if (words.getFirst().equals(WRAPPERS)) {
        wrappers = words.subList(1, words.size());
      } else {
        names.put(Role.valueOf(words.getFirst()), words.subList(1, words.size()));
      }
    }
    return new KeyNames(names, wrappers);
  }
}
