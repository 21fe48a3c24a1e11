// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the statement that prints a message, by the fixed words of the string constants in the
 * source. Thread-safe.
 */
public final class LogStatements {
  /** Most files that one search reads; the rest is not looked at. */
  static final int MAX_FILES = 3_000;

  /** Fixed letters a constant must share with the message before it counts. */
  private static final int MIN_LETTERS = 8;

  private final GitRepository repository;

  /** A search over the files of {@code repository}. */
  public LogStatements(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * A line whose constants fit a message.
   *
   * @param path file in the repository
   * @param line line from 1
   * @param literal the constant
   * @param letters how many letters of the message its fixed words explain
   */
  public record Statement(String path, int line, String literal, int letters) {}

  /**
   * The statement at commit {@code at} whose constant explains most of {@code message}, among the
   * files that {@code files} admits; tests are never taken.
   */
  public Optional<Statement> find(String message, String at, Predicate<String> files) {
    return repository.paths(at).paths().stream()
        .filter(path -> files.test(path) && !TestPaths.isTest(path))
        .limit(MAX_FILES)
        .flatMap(
            path ->
                repository.source(path, at).stream()
                    .flatMap(lines -> fitting(path, lines, message).stream()))
        .max(Comparator.comparingInt(Statement::letters));
  }

  /** The lines of a file, or of a hunk, whose constants fit the message. */
  public static List<Statement> fitting(String path, List<String> lines, String message) {
    List<Statement> found = new ArrayList<>();
    String lower = message.toLowerCase(Locale.ROOT);
    for (Token token : CodeLexer.tokens(path, lines)) {
      if (token.kind() == Kind.STRING) {
        int letters = explained(token.text(), lower);
        if (letters >= MIN_LETTERS) {
          found.add(new Statement(path, token.line() + 1, token.text(), letters));
        }
      }
    }
    return found;
  }

  /**
   * How many letters of the message the fixed parts of a constant explain; 0 when a part is missing
   * or out of order. Placeholders are {@code {}}, {@code %s}, {@code ${x}} and their like.
   */
  static int explained(String literal, String lowerMessage) {
    int letters = 0;
    int from = 0;
    for (String part : parts(literal.toLowerCase(Locale.ROOT))) {
      int at = lowerMessage.indexOf(part, from);
      if (at < 0) {
        return 0;
      }
      from = at + part.length();
      letters += (int) part.chars().filter(Character::isLetter).count();
    }
    return letters;
  }

  /** The fixed parts of a constant, without surrounding white space. */
  private static List<String> parts(String literal) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int i = 0;
    while (i < literal.length()) {
      int end = placeholder(literal, i);
      if (end == i) {
        part.append(literal.charAt(i++));
      } else {
        addPart(parts, part);
        i = end;
      }
    }
    addPart(parts, part);
    return parts;
  }

  private static void addPart(List<String> parts, StringBuilder part) {
    String text = part.toString().strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
    part.setLength(0);
  }

  /** Where the placeholder that starts at {@code i} ends; {@code i} itself when none starts. */
  private static int placeholder(String text, int i) {
    char c = text.charAt(i);
    int brace = c == '{' ? i : (c == '$' || c == '#') && text.startsWith("{", i + 1) ? i + 1 : -1;
    if (brace >= 0) {
      int close = text.indexOf('}', brace);
      return close < 0 ? i : close + 1;
    }
    if (c != '%') {
      return i;
    }
    int j = i + 1;
    while (j < text.length() && "-+ #0123456789.*$".indexOf(text.charAt(j)) >= 0) {
      j++;
    }
    return j < text.length() && Character.isLetter(text.charAt(j)) ? j + 1 : i;
  }
}
