// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.Locale;
import java.util.Set;

/** Tells words that are values from words of a sentence, by their look and the words before. */
final class WordLook {
  /** Stands for a word that is sure to be a variable as a whole. */
  static final String VARIABLE = "*";

  private static final Set<String> CALENDAR =
      Set.of(
          "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Set<String> UNITS =
      Set.of("B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "ns", "us", "ms", "s");

  private static final Set<String> PREPOSITIONS =
      Set.of("for", "by", "from", "to", "of", "on", "in", "at", "as", "with", "via", "into");
  private static final Set<String> NOUNS =
      Set.of(
          "user",
          "username",
          "account",
          "group",
          "host",
          "hostname",
          "domain",
          "node",
          "server",
          "client",
          "device",
          "interface",
          "file",
          "directory",
          "folder",
          "path",
          "program",
          "process",
          "command",
          "application",
          "app",
          "package",
          "class",
          "module",
          "service",
          "queue",
          "topic",
          "table",
          "database",
          "index",
          "container",
          "pod",
          "image",
          "volume",
          "bucket",
          "key",
          "method",
          "function",
          "property",
          "zone",
          "region",
          "cluster");

  private WordLook() {}

  /**
   * What a word is compared by. All variables are alike whatever their type, and so are a path and
   * a qualified name that is the value of a key.
   */
  static String key(String word, boolean value) {
    if (isPath(word) || (value && isName(word))) {
      return VARIABLE;
    }
    StringBuilder key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      key.append(VariableType.isMarker(c) ? '*' : c);
    }
    return key.toString();
  }

  /** An absolute path of two names or more, whether or not it holds a digit. */
  private static boolean isPath(String word) {
    boolean absolute = word.charAt(0) == '/' && word.indexOf('/', 2) > 0 && word.charAt(1) != '/';
    return absolute || (word.charAt(0) == VariableType.PATH.marker() && word.indexOf('?') > 0);
  }

  /** {@code com.example.Main}: three names or more joined by dots, or a slash among names. */
  private static boolean isName(String word) {
    int dots = 0;
    for (int i = 1; i + 1 < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '/') {
        return true;
      }
      dots += c == '.' ? 1 : 0;
    }
    return dots >= 2;
  }

  /** True when the word is nothing but variables and punctuation. */
  static boolean isVariable(String key) {
    return key.indexOf('*') >= 0 && key.chars().noneMatch(Character::isLetter);
  }

  /** True for variables, names with punctuation inside, units of measure and parts of dates. */
  static boolean isValue(String key) {
    if (key.indexOf('*') >= 0 || CALENDAR.contains(key) || UNITS.contains(key)) {
      return true;
    }
    for (int i = 1; i + 1 < key.length(); i++) {
      if ("._/@\\$".indexOf(key.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Two capital letters or more, and underscores. */
  static boolean isCapitals(String key) {
    return key.length() > 1 && key.chars().allMatch(c -> c == '_' || Character.isUpperCase(c));
  }

  /**
   * Whether the word at {@code position} follows a preposition, perhaps an adjective, and the kind
   * of thing it names: in {@code opened for user cyrus} the last word is whatever the user is
   * called. The preposition keeps {@code job finished} and its like out.
   */
  static boolean isAnnounced(Wording wording, int position) {
    return position >= 2
        && wording.gap(position).strip().length() <= 1
        && wording.gap(position - 1).isBlank()
        && NOUNS.contains(lower(wording, position - 1))
        && (PREPOSITIONS.contains(lower(wording, position - 2))
            || (position >= 3 && PREPOSITIONS.contains(lower(wording, position - 3))));
  }

  private static String lower(Wording wording, int position) {
    return wording.word(position).toLowerCase(Locale.ROOT);
  }
}
