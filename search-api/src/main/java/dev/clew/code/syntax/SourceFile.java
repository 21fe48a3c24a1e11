// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import java.util.List;
import java.util.Optional;

/**
 * What a source file says. Immutable.
 *
 * @param functions in the order in which they end
 * @param said log statements, prints, exceptions and other texts, in the order of the file
 * @param calls the names that are called, in the order of the file
 * @param broken true when the parser met errors, so that parts may be missing
 */
public record SourceFile(
    List<Function> functions, List<Said> said, List<Call> calls, boolean broken) {
  /**
   * A name that is called.
   *
   * @param name function, method, macro or type that is made
   * @param receiver what it is called on, as in the source; empty when there is none
   * @param line where, from 1
   */
  public record Call(String name, String receiver, int line) {}

  /** What a file says. */
  public SourceFile {
    functions = List.copyOf(functions);
    said = List.copyOf(said);
    calls = List.copyOf(calls);
  }

  /**
   * Reads a file; empty when there is no parser for it here, the text is longer than 2 Mi
   * characters, or parsing takes longer than 8 seconds.
   *
   * @param path tells the language by its ending
   */
  public static Optional<SourceFile> read(String path, String text) {
    return tree(path, text)
        .map(
            tree -> {
              FunctionFinder functions = new FunctionFinder(tree);
              return new SourceFile(
                  functions.functions(),
                  new SaidFinder(tree, functions).find(),
                  CallShape.calls(tree),
                  tree.broken);
            });
  }

  /** Only the functions of a file, in the order in which they end; empty as {@link #read}. */
  public static Optional<List<Function>> functions(String path, String text) {
    return Language.of(path)
        .flatMap(language -> TreeReader.read(language, text, FunctionFinder.TYPES))
        .map(tree -> new FunctionFinder(tree).functions());
  }

  /** Only what a file says, in the order of the file; empty as {@link #read}. */
  public static Optional<List<Said>> said(String path, String text) {
    return Language.of(path)
        .flatMap(language -> TreeReader.readTexts(language, text))
        .map(tree -> new SaidFinder(tree, new FunctionFinder(tree)).find());
  }

  /** The names called between two lines, both inclusive. */
  public List<Call> calls(int from, int to) {
    return calls.stream().filter(call -> call.line() >= from && call.line() <= to).toList();
  }

  private static Optional<SyntaxTree> tree(String path, String text) {
    return Language.of(path).flatMap(language -> TreeReader.read(language, text));
  }
}
