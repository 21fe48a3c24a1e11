// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.syntax.Function;
import dev.clew.code.syntax.SourceFile;
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
  /** Files whose functions are remembered: an investigation asks for the same ones many times. */
  private static final int REMEMBERED = 400;

  private static final Set<String> WITHOUT_BRACES = Set.of("py", "pyw", "pyi", "rb", "rake");
  private static final Recent<File, List<CodeBlock>> KNOWN = new Recent<>(REMEMBERED);

  /** What the functions follow from. */
  private record File(String language, List<String> lines) {}

  /**
   * The functions of a file, in the order in which they end; {@code path} tells the language. Where
   * there is no parser for it, braces tell.
   */
  public static List<CodeBlock> functions(String path, List<String> lines) {
    List<String> text = List.copyOf(lines);
    return KNOWN.get(new File(CodeLexer.language(path), text), () -> read(path, text));
  }

  private static List<CodeBlock> read(String path, List<String> lines) {
    return SourceFile.functions(path, String.join("\n", lines))
        .map(found -> found.stream().map(CodeBlock::of).toList())
        .orElseGet(() -> new BraceScanner(CodeLexer.tokens(path, lines)).functions());
  }

  /**
   * The functions of a file as its braces tell, without its grammar: ten times as quick, for
   * versions of files by the thousand. Where blocks have no braces, the grammar tells.
   */
  public static List<CodeBlock> sketch(String path, List<String> lines) {
    return WITHOUT_BRACES.contains(CodeLexer.language(path))
        ? functions(path, lines)
        : new BraceScanner(CodeLexer.tokens(path, lines)).functions();
  }

  private static CodeBlock of(Function function) {
    return new CodeBlock(function.name(), function.from(), function.to());
  }

  /** The innermost function around a line (from 1). */
  public static Optional<CodeBlock> enclosing(String path, List<String> lines, int line) {
    return functions(path, lines).stream()
        .filter(block -> block.from <= line && line <= block.to)
        .min(Comparator.comparingInt(block -> block.to - block.from));
  }
}
