// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import java.util.List;

/**
 * A statement that may have printed a line.
 *
 * @param statement which
 * @param score the higher the likelier; differences count, not the value
 * @param share how much of the message its fixed text accounts for, 0 to 1
 * @param values variables and what the message has in their place
 * @param reasons why it stands where it stands, for people
 */
public record Match(
    Statement statement, double score, double share, List<Value> values, List<String> reasons) {
  /**
   * A variable and its value.
   *
   * @param name the expression in the source; empty when not known
   * @param value what the message has there
   */
  public record Value(String name, String value) {}

  public Match {
    values = List.copyOf(values);
    reasons = List.copyOf(reasons);
  }
}
