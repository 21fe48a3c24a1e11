// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.syntax.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of one commit. Immutable. */
final class StatementIndex {
  private final List<Statement> statements;
  private final Map<String, Integer> sameText = new HashMap<>();

  /** Names that a logger may carry: classes, files, and what loggers are made for. */
  private final Set<String> names = new HashSet<>();

  private final int files;
  private final int unread;

  StatementIndex(Map<String, List<Said>> byPath, int unread) {
    List<Statement> all = new ArrayList<>();
    byPath.forEach((path, said) -> said.forEach(one -> all.add(new Statement(path, one))));
    this.statements = List.copyOf(all);
    this.files = byPath.size();
    this.unread = unread;
    for (Statement statement : statements) {
      sameText.merge(statement.text(), 1, Integer::sum);
      names.add(LoggerNames.stem(statement.path()));
      names.add(statement.said().owner());
      names.add(LoggerNames.last(statement.said().logger()));
    }
    names.remove("");
  }

  List<Statement> statements() {
    return statements;
  }

  /** How many files were read. */
  int files() {
    return files;
  }

  /** How many files could not be read: too large, or too slow to parse. */
  int unread() {
    return unread;
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
