// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.contrast.member.Variable.Holding;
import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.pattern.Shape;
import dev.clew.pattern.VariableType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes messages apart, and remembers what the variables of their patterns are. */
public final class Variables {
  private static final int MOST = 40;
  private static final int LONGEST = 200;

  private final Map<String, List<Variable>> byPattern = new HashMap<>();

  /** The variables of the event's message, the first {@value #MOST}; long values are cut. */
  public List<Holding> of(LogEvent event) {
    Pattern pattern = event.pattern();
    if (pattern == null || pattern.template().indexOf('<') < 0) {
      return List.of();
    }
    Shape shape = Shape.ofStatement(event.body());
    List<Variable> variables =
        byPattern.computeIfAbsent(pattern.id(), id -> variables(pattern, shape));
    List<Holding> all = new ArrayList<>();
    for (int i = 0; i < Math.min(variables.size(), shape.variables().size()); i++) {
      String value = shape.variables().get(i);
      String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
      all.add(new Holding(variables.get(i), shown));
    }
    return all;
  }

  private static List<Variable> variables(Pattern pattern, Shape shape) {
    List<VariableType> types = shape.types();
    List<String> names = shape.names();
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, types.size()); i++) {
      variables.add(new Variable(pattern, i, names.get(i), types.get(i)));
    }
    return variables;
  }
}
