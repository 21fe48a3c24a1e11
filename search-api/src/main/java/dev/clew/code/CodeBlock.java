// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A function in a file.
 *
 * @param name its name, without owner and parameters
 * @param from first line, from 1: where its declaration starts
 * @param to last line, inclusive
 */
public record CodeBlock(String name, int from, int to) {
  private static final Set<String> INDENTED = Set.of("py", "rb", "pyx");

  /** The functions of a file, in the order in which they end; {@code path} tells the language. */
  public static List<CodeBlock> functions(String path, List<String> lines) {
    return INDENTED.contains(CodeLexer.language(path))
        ? new IndentScanner(lines).functions()
        : new BraceScanner(CodeLexer.tokens(path, lines)).functions();
  }

  /** The innermost function around a line (from 1). */
  public static Optional<CodeBlock> enclosing(String path, List<String> lines, int line) {
    return functions(path, lines).stream()
        .filter(block -> block.from <= line && line <= block.to)
        .min(Comparator.comparingInt(block -> block.to - block.from));
  }
}
