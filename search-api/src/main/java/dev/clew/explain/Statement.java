// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain;

import dev.clew.explain.window.Tallies.Tally;

/**
 * The statement that prints a pattern, as far as its text tells: patterns that differ only in what
 * follows the first variable of a word are of one statement, as when an id is taken for {@code
 * <id>} here and for {@code <hex>-<num>} there.
 *
 * @param text the template, with a star for the rest of each word from its first variable on
 */
record Statement(String service, String logger, String level, String text) {
  private static final String DELIMITERS = " \t,;:='\"()[]{}";

  static Statement of(Tally tally) {
    return new Statement(
        String.valueOf(tally.service()),
        String.valueOf(tally.logger()),
        tally.severity().name(),
        text(tally.pattern().template()));
  }

  private static String text(String template) {
    StringBuilder text = new StringBuilder();
    boolean varies = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (DELIMITERS.indexOf(c) >= 0) {
        varies = false;
        text.append(c);
      } else if (c == '<' && !varies) {
        varies = true;
        text.append('*');
      } else if (!varies) {
        text.append(c);
      }
    }
    return text.toString();
  }
}
