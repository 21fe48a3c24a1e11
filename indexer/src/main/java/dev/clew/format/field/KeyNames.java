// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which role a named value plays: the names that common loggers use, from the definition of a
 * format. Of several names for one role in an event, the one listed first wins; the others stay
 * attributes.
 */
public final class KeyNames {
  private static final int LONGEST = 80;

  /** A name found behind a wrapper ranks after all that stand by themselves. */
  private static final int WRAPPED = 1000;

  private final Map<String, Key> keys = new HashMap<>();
  private final Set<String> wrappers;

  /**
   * @param role the role
   * @param rank place in the list of names for that role, from 0; the lowest wins
   */
  public record Key(Role role, int rank) {}

  /**
   * @param names the names of each role, best first; compared without regard to case
   * @param wrappers names of objects whose values mean what they would mean outside of them
   */
  public KeyNames(EnumMap<Role, List<String>> names, List<String> wrappers) {
    this.wrappers = Set.copyOf(wrappers);
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
    if (key != null || name.length() > LONGEST) {
      return key;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    key = keys.get(lower);
    return key == null ? inside(lower) : key;
  }

  /** {@code record.message}, {@code _logger_name}: the same under a mark or in a wrapper. */
  private @Nullable Key inside(String name) {
    String rest = name;
    int rank = 0;
    while (true) {
      int dot = rest.indexOf('.');
      if (rest.startsWith("_") && rest.length() > 2) {
        rest = rest.substring(1);
      } else if (dot > 0 && wrappers.contains(rest.substring(0, dot))) {
        rest = rest.substring(dot + 1);
      } else {
        return null;
      }
      rank += WRAPPED;
      Key key = keys.get(rest);
      if (key != null) {
        return new Key(key.role(), key.rank() + rank);
      }
    }
  }
}
