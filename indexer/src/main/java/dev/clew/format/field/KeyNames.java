// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which role a named value plays: the names that common loggers use, from the definition of a
 * format. Of several names for one role in an event, the one listed first wins; the others stay
 * attributes.
 */
public final class KeyNames {
  private final Map<String, Key> keys = new HashMap<>();

  /**
   * @param role the role
   * @param rank place in the list of names for that role, from 0; the lowest wins
   */
  public record Key(Role role, int rank) {}

  /**
   * @param names the names of each role, best first; compared without regard to case
   */
  public KeyNames(EnumMap<Role, List<String>> names) {
    names.forEach(
        (role, list) -> {
          for (int rank = 0; rank < list.size(); rank++) {
            Key key = new Key(role, rank);
            keys.putIfAbsent(list.get(rank), key);
            keys.putIfAbsent(list.get(rank).toLowerCase(Locale.ROOT), key);
          }
        });
  }

  /** The role of the value named {@code name}; null when it is an attribute. */
  public @Nullable Key find(String name) {
    Key key = keys.get(name);
    return key != null || name.length() > 40 ? key : keys.get(name.toLowerCase(Locale.ROOT));
  }
}
