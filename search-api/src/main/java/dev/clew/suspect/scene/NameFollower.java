// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.CodeBlock;
import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.GitRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From a function on the failing path to the constants and fields that it uses: the line that gives
 * them their value. Single use.
 */
final class NameFollower {
  private static final int MAX_NAMES = 40;

  /** What a file weighs in which a used name is declared, beside where it is used. */
  private static final double DECLARES = 0.5;

  private static final double PER_FRAME = 0.3;

  private final GitRepository repository;
  private final String at;
  private final Sources sources;
  private final Map<String, List<Touch>> touches = new HashMap<>();
  private final Map<String, Double> files = new LinkedHashMap<>();
  private final Set<String> words = new LinkedHashSet<>();

  NameFollower(GitRepository repository, String at, Sources sources) {
    this.repository = repository;
    this.at = at;
    this.sources = sources;
  }

  /** Which commit gave which name its value. */
  Map<String, List<Touch>> touches() {
    return touches;
  }

  /** Files that declare the names, with their weight. */
  Map<String, Double> files() {
    return files;
  }

  /** All names in the functions. */
  Set<String> words() {
    return words;
  }

  /** Looks at the names that a function uses. */
  void follow(String path, CodeBlock block, int rank, String where) {
    List<Token> body = sources.body(path, block);
    body.stream()
        .filter(token -> token.kind() == Kind.WORD)
        .forEach(token -> words.add(token.text()));
    Set<String> done = new LinkedHashSet<>();
    for (int i = 0; i < body.size() && done.size() < MAX_NAMES; i++) {
      Token token = body.get(i);
      if (token.kind() != Kind.WORD || !done.add(token.text())) {
        continue;
      }
      if (i >= 2
          && body.get(i - 1).is(".")
          && Character.isUpperCase(body.get(i - 2).text().charAt(0))) {
        typeFile(path, body.get(i - 2).text())
            .ifPresent(file -> touchDeclaration(file, token.text(), rank, where));
      }
      touchDeclaration(path, token.text(), rank, where);
    }
  }

  private Optional<String> typeFile(String path, String type) {
    return repository.paths(at).named(type + Sources.ending(path)).stream().findFirst();
  }

  private void touchDeclaration(String path, String name, int rank, String where) {
    List<String> lines = sources.lines(path);
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      if (lines.get(i).contains(name)
          && declares(CodeLexer.tokensOfLine(path, lines.get(i)), name)
          && sources.enclosing(path, line).isEmpty()) {
        repository
            .blame(path, line, at)
            .ifPresent(
                blamed ->
                    touches
                        .computeIfAbsent(blamed.commit().id(), id -> new ArrayList<>())
                        .add(
                            new Touch(
                                Touch.Kind.NAME,
                                1,
                                1 / (1 + PER_FRAME * rank),
                                rank,
                                path,
                                line,
                                name,
                                where)));
        files.merge(path, DECLARES / (1 + PER_FRAME * rank), Math::max);
        return;
      }
    }
  }

  /**
   * {@code name = value} or {@code name: value}; outside functions that is a constant or a field.
   */
  private static boolean declares(List<Token> tokens, String name) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is(name) && (tokens.get(i + 1).is("=") || tokens.get(i + 1).is(":"))) {
        return !tokens.get(i + 2).is("=");
      }
    }
    return false;
  }
}
