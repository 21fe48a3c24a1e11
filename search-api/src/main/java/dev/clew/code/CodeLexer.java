// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits source text into tokens well enough to tell code from comments, strings and white space in
 * the usual languages. Knows no grammar.
 */
public final class CodeLexer {
  private static final Set<String> HASH =
      Set.of(
          "py",
          "rb",
          "sh",
          "bash",
          "yaml",
          "yml",
          "toml",
          "properties",
          "conf",
          "cfg",
          "ini",
          "tf",
          "pl",
          "r",
          "env",
          "dockerfile",
          "makefile",
          "gitignore",
          "codeowners");
  private static final Set<String> PROSE = Set.of("md", "txt", "rst", "adoc", "html");

  private final List<Token> tokens = new ArrayList<>();
  private final boolean hash;
  private final boolean dashes;
  private final boolean prose;
  private String text = "";
  private int line;
  private int at;

  /** What closes the comment or string that runs over line ends; empty when none is open. */
  private String open = "";

  private StringBuilder openText = new StringBuilder();

  private CodeLexer(String path) {
    String language = language(path);
    this.hash = HASH.contains(language);
    this.dashes = language.equals("sql") || language.equals("lua") || language.equals("hs");
    this.prose = PROSE.contains(language);
  }

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    COMMENT,
    SIGN
  }

  /**
   * A piece of source.
   *
   * @param kind what it is
   * @param text its text; a string's without quotes, a comment's without markers
   * @param line index of the line on which it starts, from 0
   */
  public record Token(Kind kind, String text, int line) {
    /** True when it is that sign or word. */
    public boolean is(String expected) {
      return kind != Kind.STRING && kind != Kind.COMMENT && text.equals(expected);
    }
  }

  /** The tokens of a file's lines; {@code path} tells the language. */
  public static List<Token> tokens(String path, List<String> lines) {
    CodeLexer lexer = new CodeLexer(path);
    for (int i = 0; i < lines.size(); i++) {
      lexer.line(lines.get(i), i);
    }
    return lexer.tokens;
  }

  /**
   * The tokens of one line out of its context, as in a diff; a line that starts with {@code *} is
   * taken for the inside of a block comment.
   */
  public static List<Token> tokensOfLine(String path, String line) {
    String start = line.stripLeading();
    if (!HASH.contains(language(path))
        && (start.equals("*") || start.startsWith("* ") || start.startsWith("*/"))) {
      return List.of(new Token(Kind.COMMENT, start.substring(1).strip(), 0));
    }
    CodeLexer lexer = new CodeLexer(path);
    lexer.line(line, 0);
    return lexer.tokens;
  }

  /** The extension in lower case, or the whole name of a file without one. */
  static String language(String path) {
    String name = PathIndex.name(path).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void line(String source, int index) {
    text = source;
    line = index;
    at = 0;
    if (prose) {
      add(Kind.COMMENT, source.strip());
      return;
    }
    while (at < text.length()) {
      if (!open.isEmpty()) {
        closeRunning();
      } else {
        next();
      }
    }
  }

  private void closeRunning() {
    int end = text.indexOf(open, at);
    openText.append(text, at, end < 0 ? text.length() : end).append(end < 0 ? "\n" : "");
    at = end < 0 ? text.length() : end + open.length();
    if (end >= 0) {
      add(open.equals("*/") ? Kind.COMMENT : Kind.STRING, openText.toString());
      open = "";
      openText = new StringBuilder();
    }
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (startsLineComment(c)) {
      add(Kind.COMMENT, text.substring(Math.min(text.length(), at + (hash ? 1 : 2))).strip());
      at = text.length();
    } else if (!hash && text.startsWith("/*", at)) {
      run("*/", 2);
    } else if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
      run(text.substring(at, at + 3), 3);
    } else if (c == '`') {
      run("`", 1);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (Character.isDigit(c)) {
      number();
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      add(Kind.SIGN, String.valueOf(c));
      at++;
    }
  }

  private boolean startsLineComment(char c) {
    return hash ? c == '#' : text.startsWith("//", at) || (dashes && text.startsWith("--", at));
  }

  private void run(String closing, int skip) {
    open = closing;
    at += skip;
  }

  /** A quote that nothing closes on its line is an apostrophe or a lifetime, not a string. */
  private void string(char quote) {
    StringBuilder value = new StringBuilder();
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      value.append(text.charAt(i++));
    }
    if (i < text.length()) {
      add(Kind.STRING, value.toString());
      at = i + 1;
    } else {
      add(Kind.SIGN, String.valueOf(quote));
      at++;
    }
  }

  private void number() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || text.charAt(at) == '_'
            || (text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))))) {
      at++;
    }
    add(Kind.NUMBER, text.substring(start, at).replace("_", ""));
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    add(Kind.WORD, text.substring(start, at));
  }

  private void add(Kind kind, String value) {
    tokens.add(new Token(kind, value, line));
  }
}
