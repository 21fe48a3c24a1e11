// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.pattern.Shape;
import dev.clew.pattern.VariableType;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable of a pattern.
 *
 * @param index from 0, in the order of the message
 * @param word the word before it in the message; may be empty
 * @param type what kind of value it holds
 */
public record Variable(Pattern pattern, int index, String word, VariableType type) {
  private static final int MOST = 40;
  private static final int LONGEST = 200;

  /** A variable, and its value in one event. */
  public record Holding(Variable variable, String value) {}

  /** What people call it: the word before it and what it holds, {@code took <duration>}. */
  public String name() {
    return word.isEmpty() ? type.placeholder() : word + " " + type.placeholder();
  }

  /** The variables of the event's message, the first {@value #MOST}; long values are cut. */
  public static List<Holding> of(LogEvent event) {
    Pattern pattern = event.pattern();
    if (pattern == null || pattern.template().indexOf('<') < 0) {
      return List.of();
    }
    Shape shape = Shape.ofStatement(event.body());
    List<VariableType> types = shape.types();
    List<String> names = shape.names();
    List<Holding> all = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, types.size()); i++) {
      String value = shape.variables().get(i);
      String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
      all.add(new Holding(new Variable(pattern, i, names.get(i), types.get(i)), shown));
    }
    return all;
  }
}
