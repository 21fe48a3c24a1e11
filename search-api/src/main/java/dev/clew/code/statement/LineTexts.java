// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.syntax.Said;
import dev.clew.code.syntax.Template;
import dev.clew.code.syntax.Template.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The string constants of lines that need not be a whole file, such as those of a hunk, and of
 * files for whose language there is no grammar.
 */
public final class LineTexts {
  /** Fixed letters a constant must share with the message before it counts. */
  private static final int MIN_LETTERS = 8;

  private LineTexts() {}

  /**
   * A line whose constant fits a message.
   *
   * @param path file in the repository
   * @param line line from 1
   * @param literal the constant
   * @param letters how many letters of the message its fixed words explain
   */
  public record Fitting(String path, int line, String literal, int letters) {}

  /** The constants of a file with as many letters as a message needs, in the order of the file. */
  static List<Said> said(String path, List<String> lines) {
    List<Said> said = new ArrayList<>();
    for (Token token : CodeLexer.tokens(path, lines)) {
      Template template = template(token.kind() == Kind.STRING ? token.text() : "");
      if (template.letters() >= MIN_LETTERS) {
        int line = token.line() + 1;
        said.add(new Said(Said.Kind.TEXT, template, "", "", "", "", line, line));
      }
    }
    return said;
  }

  private static Template template(String literal) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < literal.length()) {
      int end = placeholder(literal, i);
      if (end > i) {
        if (i > from) {
          parts.add(new Part(true, literal.substring(from, i)));
        }
        parts.add(new Part(false, ""));
        from = end;
      }
      i = Math.max(i + 1, end);
    }
    if (from < literal.length()) {
      parts.add(new Part(true, literal.substring(from)));
    }
    return new Template(parts);
  }

  /** The lines of a file, or of a hunk, whose constants fit the message. */
  public static List<Fitting> fitting(String path, List<String> lines, String message) {
    List<Fitting> found = new ArrayList<>();
    String lower = message.toLowerCase(Locale.ROOT);
    for (Token token : CodeLexer.tokens(path, lines)) {
      if (token.kind() == Kind.STRING) {
        int letters = explained(token.text(), lower);
        if (letters >= MIN_LETTERS) {
          found.add(new Fitting(path, token.line() + 1, token.text(), letters));
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
