// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import java.util.regex.Pattern;

/**
 * Which sources a rule is about: {@code *} stands for anything but a slash, {@code **} for
 * anything, {@code ?} for one character. A pattern may match from the start of any folder's name,
 * and covers all that is below a folder that it matches; one that starts with a slash matches whole
 * paths.
 *
 * @param text as people wrote it
 */
public record Glob(String text, Pattern pattern) {

  static Glob of(String text) {
    StringBuilder regex = new StringBuilder(text.startsWith("/") ? "" : "(?:.*/)?");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' && text.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return new Glob(text, Pattern.compile(regex.append("(?:/.*)?").toString(), Pattern.DOTALL));
  }

  /** True when the pattern is about the source of that name; slashes separate folders. */
  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
