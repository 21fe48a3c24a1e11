// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.table;

import java.util.List;

/**
 * What may be typed at a place of a query text, best first.
 *
 * @param start first character that a suggestion replaces, in UTF-16 code units from 0
 * @param end first character after those
 * @param complete false when values are still being counted: asked again, there may be more
 */
public record SuggestJson(int start, int end, List<SuggestionJson> suggestions, boolean complete) {

  /**
   * A suggestion.
   *
   * @param kind {@code field}, {@code value}, {@code pipe} or {@code function}
   * @param hint what it is, in a few words
   */
  public record SuggestionJson(String text, String kind, String hint) {}
}
