// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of fields and columns as pipes take them. */
public final class Names {
  /** The time of an event. */
  public static final String TIME = "time";

  /** The whole text of an event. */
  public static final String RAW = "_raw";

  private static final Map<String, String> MEANT = Map.of("_time", TIME, "@timestamp", TIME);
  private static final Set<String> WORDS =
      Set.of("by", "as", "and", "or", "not", "in", "desc", "asc", "vs", "bin");

  private Names() {}

  /** The field that {@code typed} means: {@code _time} is {@code time}. */
  static String meant(String typed) {
    return MEANT.getOrDefault(typed, typed);
  }

  /**
   * {@code name} as it must be typed: in single quotes where it could be read as something else.
   */
  static String print(String name) {
    int open = name.indexOf('(');
    boolean call =
        open > 0
            && name.endsWith(")")
            && isPlain(name.substring(0, open))
            && isPlain(name.substring(open + 1, name.length() - 1));
    return isPlain(name) || call ? name : quote(name);
  }

  static boolean isPlain(String name) {
    if (name.isEmpty()
        || WORDS.contains(name.toLowerCase(Locale.ROOT))
        || !meant(name).equals(name)
        || !isStart(name.charAt(0))) {
      return false;
    }
    return name.chars()
        .allMatch(c -> isStart((char) c) || (c >= '0' && c <= '9') || c == '.' || c == '-');
  }

  private static boolean isStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '@';
  }

  static String quote(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
