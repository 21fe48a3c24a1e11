// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement prints: fixed text and variables in the order of the line.
 *
 * @param parts fixed texts and variables; neighbours are never both fixed
 */
public record Template(List<Part> parts) {
  /**
   * A piece of a template.
   *
   * @param fixed true for text that every line has, false for a variable
   * @param text the text, or the expression as it stands in the source; may be empty for a variable
   *     whose expression is not known
   */
  public record Part(boolean fixed, String text) {}

  /** A template of these parts. */
  public Template {
    parts = List.copyOf(parts);
  }

  /** How many letters every line of it has. */
  public int letters() {
    return parts.stream()
        .filter(Part::fixed)
        .mapToInt(part -> (int) part.text().chars().filter(Character::isLetter).count())
        .sum();
  }

  /** For people: variables stand in braces. */
  @Override
  public String toString() {
    return parts.stream()
        .map(part -> part.fixed() ? part.text() : "{" + part.text() + "}")
        .collect(Collectors.joining());
  }
}
