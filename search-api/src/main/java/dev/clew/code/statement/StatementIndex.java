// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.syntax.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements of one commit. Immutable. */
final class StatementIndex {
  private final List<Statement> statements;
  private final Map<String, Integer> sameText = new HashMap<>();

  /** Names that a logger may carry: classes, files, and what loggers are made for. */
  private final Set<String> names = new HashSet<>();

  /**
   * The statements of the files that may matter.
   *
   * @param byPath what they say
   * @param files all source files of the commit
   */
  StatementIndex(Map<String, List<Said>> byPath, Collection<String> files) {
    List<Statement> all = new ArrayList<>();
    byPath.forEach((path, said) -> said.forEach(one -> all.add(new Statement(path, one))));
    this.statements = List.copyOf(all);
    files.forEach(path -> names.add(LoggerNames.stem(path)));
    for (Statement statement : statements) {
      sameText.merge(statement.text(), 1, Integer::sum);
      names.add(statement.said().owner());
      names.add(LoggerNames.last(statement.said().logger()));
    }
    names.remove("");
  }

  List<Statement> statements() {
    return statements;
  }

  /** How many statements have that text. */
  int sameText(Statement statement) {
    return sameText.getOrDefault(statement.text(), 0);
  }

  /** True when some class, file or logger has that simple name. */
  boolean knowsLogger(String simple) {
    return names.contains(simple);
  }
}
