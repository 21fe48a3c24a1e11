// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.Pattern;
import dev.clew.pattern.VariableType;

/**
 * A variable of a pattern.
 *
 * @param index from 0, in the order of the message
 * @param word the word before it in the message; may be empty
 * @param type what kind of value it holds
 */
public record Variable(Pattern pattern, int index, String word, VariableType type) {
  /** A variable, and its value in one event. */
  public record Holding(Variable variable, String value) {}

  /** What people call it: the word before it and what it holds, {@code took <duration>}. */
  public String name() {
    return word.isEmpty() ? type.placeholder() : word + " " + type.placeholder();
  }
}
