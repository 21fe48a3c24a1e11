// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.BlameLine;
import dev.clew.code.CodeBlock;
import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.GitRepository;
import dev.clew.code.TestPaths;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The source at one commit: files, their functions, what a function calls and mentions. */
final class Sources {
  private final GitRepository repository;
  private final String at;
  private final Map<String, List<CodeBlock>> functions = new HashMap<>();

  Sources(GitRepository repository, String at) {
    this.repository = repository;
    this.at = at;
  }

  List<String> lines(String path) {
    return repository.source(path, at).orElse(List.of());
  }

  List<BlameLine> blame(String path) {
    return repository.blame(path, at);
  }

  /** The functions of a file. */
  List<CodeBlock> functions(String path) {
    return functions.computeIfAbsent(path, file -> CodeBlock.functions(file, lines(file)));
  }

  /** The innermost function around a line. */
  Optional<CodeBlock> enclosing(String path, int line) {
    return functions(path).stream()
        .filter(block -> block.from() <= line && line <= block.to())
        .min(Comparator.comparingInt(block -> block.to() - block.from()));
  }

  /** The first function of that name. */
  Optional<CodeBlock> named(String path, String function) {
    return functions(path).stream()
        .filter(block -> !function.isEmpty() && block.name().equals(function))
        .findFirst();
  }

  /** Words and signs of a function. */
  List<Token> body(String path, CodeBlock block) {
    List<String> lines = lines(path);
    int to = Math.min(lines.size(), block.to());
    return tokens(path, lines.subList(Math.min(to, block.from() - 1), to));
  }

  /** Words and signs of a whole file. */
  List<Token> tokens(String path) {
    return tokens(path, lines(path));
  }

  private static List<Token> tokens(String path, List<String> lines) {
    return CodeLexer.tokens(path, lines).stream()
        .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
        .toList();
  }

  /** Names that are followed by a parameter list. */
  static Set<String> called(List<Token> body) {
    Set<String> called = new LinkedHashSet<>();
    for (int i = 0; i + 1 < body.size(); i++) {
      if (body.get(i).kind() == Kind.WORD && body.get(i + 1).is("(")) {
        called.add(body.get(i).text());
      }
    }
    return called;
  }

  /** Words that start with a capital: types, by the custom of most languages. */
  static Set<String> types(List<Token> body) {
    Set<String> types = new LinkedHashSet<>();
    for (Token token : body) {
      if (token.kind() == Kind.WORD && Character.isUpperCase(token.text().charAt(0))) {
        types.add(token.text());
      }
    }
    return types;
  }

  /** Files of that name that are no tests. */
  List<String> running(String name) {
    return repository.paths(at).named(name).stream()
        .filter(path -> !TestPaths.isTest(path))
        .toList();
  }

  /** The ending of a path with its dot; empty without one. */
  static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }
}
