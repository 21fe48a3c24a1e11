// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes parts out of texts by the named groups of a regular expression, in linear time. */
public final class Extraction {
  private final Pattern compiled;
  private final List<String> names;

  /**
   * By the named groups of {@code expression}, with the limits and the syntax of {@link
   * Query.Regex}.
   *
   * @throws IllegalArgumentException when it is no expression, is beyond a limit, or has no named
   *     group
   */
  public Extraction(String expression) {
    this.compiled = RegexLimits.compile(expression);
    this.names =
        compiled.namedGroups().entrySet().stream()
            .sorted(Comparator.comparingInt(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "a named group is needed, as in (?<user>u-\\d+): it becomes a field");
    }
  }

  /**
   * {@code expression}, which one can take parts out by.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static String checked(String expression) {
    return new Extraction(expression).names().isEmpty() ? "" : expression;
  }

  /** The groups, as they stand in the expression. */
  public List<String> names() {
    return names;
  }

  /**
   * What the groups hold where the expression first fits; a group that holds nothing is left out.
   */
  public Map<String, String> first(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = compiled.matcher(text);
    if (matcher.find()) {
      for (String name : names) {
        String value = matcher.group(name);
        if (value != null && !value.isEmpty()) {
          found.put(name, value);
        }
      }
    }
    return found;
  }
}
