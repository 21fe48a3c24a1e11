// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shapes of one frame on their way to becoming a statement: some word positions are already known
 * to be variables, the others still have to be told apart.
 */
final class WordGroup {
  private final List<Member> members;
  private final boolean[] variable;

  /**
   * A shape and its words.
   *
   * @param shape its place in the input, in the order of their first lines
   * @param lines how many lines have it
   */
  record Member(int shape, int lines, Wording wording) {}

  WordGroup(List<Member> members, boolean[] variable) {
    this.members = members;
    this.variable = variable;
  }

  List<Member> members() {
    return members;
  }

  /** The words of the shape that came first in the input. */
  Wording first() {
    return members.getFirst().wording();
  }

  int size() {
    return variable.length;
  }

  boolean isVariable(int position) {
    return variable[position] || first().key(position).equals(WordLook.VARIABLE);
  }

  void markVariable(int position) {
    variable[position] = true;
  }

  /** The different words at each position with their lines; none where the position varies. */
  List<Map<String, Integer>> values() {
    List<Map<String, Integer>> values = new ArrayList<>(size());
    for (int p = 0; p < size(); p++) {
      Map<String, Integer> lines = new LinkedHashMap<>();
      if (!variable[p]) {
        for (Member member : members) {
          lines.merge(member.wording().key(p), member.lines(), Integer::sum);
        }
      }
      values.add(lines);
    }
    return values;
  }

  /** The shapes apart by their word at {@code position}. */
  List<WordGroup> splitBy(int position) {
    Map<String, List<Member>> parts = new LinkedHashMap<>();
    for (Member member : members) {
      parts.computeIfAbsent(member.wording().key(position), k -> new ArrayList<>()).add(member);
    }
    return parts.values().stream().map(part -> new WordGroup(part, variable.clone())).toList();
  }
}
