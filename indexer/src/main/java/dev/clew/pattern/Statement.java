// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log statement: one group of shapes, or several that differ only in how many variables follow
 * one another, as when it prints a list of varying length.
 */
final class Statement {
  /** A word that varies and holds no digit in some lines. */
  private static final String WORD = "<word>";

  private final List<WordGroup> groups = new ArrayList<>();
  private final String outline;

  private Statement(String outline) {
    this.outline = outline;
  }

  /** The statements of {@code groups}, in the order of their first groups. */
  static List<Statement> gather(List<WordGroup> groups) {
    Map<String, Statement> statements = new LinkedHashMap<>();
    for (WordGroup group : groups) {
      String outline = StarTemplate.outline(StarTemplate.of(group));
      statements.computeIfAbsent(outline, Statement::new).groups.add(group);
    }
    return new ArrayList<>(statements.values());
  }

  List<WordGroup.Member> members() {
    return groups.stream().flatMap(group -> group.members().stream()).toList();
  }

  /** The pattern: the only group's, or the outline that all groups share. */
  MinedPattern pattern() {
    String star = StarTemplate.of(groups.getFirst());
    for (WordGroup group : groups.subList(1, groups.size())) {
      if (!blanksAside(StarTemplate.of(group)).equals(blanksAside(star))) {
        star = outline;
        break;
      }
    }
    int lines = members().stream().mapToInt(WordGroup.Member::lines).sum();
    return new MinedPattern(PatternId.of(star), typed(groups.getFirst()), star, lines);
  }

  private static String blanksAside(String star) {
    return star.replace(" ", "");
  }

  /** With the type of each variable, for people; at most 400 characters. */
  static String typed(WordGroup group) {
    Wording wording = group.first();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wording.size(); i++) {
      out.append(wording.gap(i));
      out.append(group.isVariable(i) ? placeholder(group, i) : wording.word(i));
    }
    return Template.of(out.append(wording.gap(wording.size())).toString());
  }

  private static String placeholder(WordGroup group, int position) {
    String first = group.first().word(position);
    boolean alike = first.length() == 1 && VariableType.isMarker(first.charAt(0));
    boolean paths = true;
    boolean digits = true;
    for (WordGroup.Member member : group.members()) {
      String word = member.wording().word(position);
      alike &= word.equals(first);
      paths &= word.charAt(0) == '/' || word.charAt(0) == VariableType.PATH.marker();
      digits &= word.chars().anyMatch(c -> VariableType.isMarker((char) c));
    }
    if (alike) {
      return first;
    }
    if (paths) {
      return VariableType.PATH.placeholder();
    }
    return digits ? VariableType.ID.placeholder() : WORD;
  }
}
