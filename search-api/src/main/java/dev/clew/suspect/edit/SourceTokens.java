// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts source into tokens as written: white space and comments are left out, strings keep their
 * quotes and escapes, operators stay whole. Knows just enough of a language to compare two texts.
 */
final class SourceTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{L}_$@][\\p{L}\\p{N}_$]*+|\\d[\\w.]*+|>>>=|<<=|===|!==|\\*\\*=|//=|\\.\\.\\.|\\+\\+|--|&&"
              + "|\\|\\||==|!=|<=|>=|\\+=|-=|\\*=|/=|%=|&=|\\|=|->|=>|::|\\?\\.|\\?\\?|<-|:=|\\*\\*|//"
              + "|<<|.",
          Pattern.DOTALL);
  private static final Pattern REGEX =
      Pattern.compile("/(?![*/])(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\n])*+]|[^/\\\\\n\\[])++/[a-z]*+");
  private static final Set<String> BEFORE_REGEX =
      Set.of("(", ",", "=", ":", "[", "!", "&&", "||", "?", "{", "}", ";", "return", "=>");

  private final Language language;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private int column = -1;

  private SourceTokens(Language language, String text) {
    this.language = language;
    this.text = text;
  }

  /**
   * A token.
   *
   * @param text as written; of a string where quotes do not matter without them, after {@link
   *     #STRING}
   * @param line index of its line
   * @param column how far the first token of its line is indented; a tab counts as eight
   */
  record Token(String text, int line, int column) {
    /** What the text of a string whose quotes do not matter begins with. */
    static final String STRING = "\u0000";

    /** Strings beside one another are joined up to here. */
    static final int MAX_JOINED = 10_000;

    boolean isString() {
      return text.startsWith(STRING) || text.startsWith("\"");
    }

    boolean isWord() {
      return Character.isLetter(text.charAt(0)) || text.charAt(0) == '_' || text.charAt(0) == '$';
    }
  }

  /** The tokens of lines that may begin inside of a block comment. */
  static List<Token> of(Language language, List<String> lines) {
    int from = 0;
    while (language.hasSlashComments()
        && from < lines.size()
        && lines.get(from).strip().matches("\\*(?:[ /].*+)?+")) {
      from++;
    }
    SourceTokens cutter =
        new SourceTokens(language, String.join("\n", lines.subList(from, lines.size())));
    cutter.cut();
    return cutter.tokens;
  }

  private void cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        at++;
        column = -1;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (language.hasSlashComments() ? text.startsWith("//", at) : c == '#') {
        at = end("\n", 0);
      } else if (language.hasSlashComments() && text.startsWith("/*", at)) {
        skipTo(end("*/", 2));
      } else if (text.startsWith("\"\"\"", at) || text.startsWith("'''", at)) {
        add(end(text.substring(at, at + 3), 3));
      } else if (c == '"' || c == '\'' || c == '`') {
        string(c);
      } else {
        other(c);
      }
    }
  }

  /** Where the next {@code mark} after the token's first {@code skip} characters ends. */
  private int end(String mark, int skip) {
    int found = text.indexOf(mark, at + skip);
    return found < 0 ? text.length() : found + (skip == 0 ? 0 : mark.length());
  }

  private void string(char quote) {
    int i = at + 1;
    while (i < text.length()
        && text.charAt(i) != quote
        && (quote == '`' || text.charAt(i) != '\n')) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    boolean closed = i < text.length() && text.charAt(i) == quote;
    if (!closed) {
      add(at + 1);
      return;
    }
    if (language.quotesAreEqual() && quote != '`') {
      String body = text.substring(at + 1, i).replace("\\'", "'").replace("\\\"", "\"");
      put(Token.STRING + body);
      at = i + 1;
    } else {
      add(i + 1);
    }
  }

  private void other(char c) {
    Matcher regex = REGEX.matcher(text).region(at, text.length());
    boolean mayBeRegex =
        c == '/'
            && language.quotesAreEqual()
            && language.hasSlashComments()
            && (tokens.isEmpty() || BEFORE_REGEX.contains(tokens.getLast().text()));
    if (mayBeRegex && regex.lookingAt()) {
      add(regex.end());
      return;
    }
    Matcher token = TOKEN.matcher(text).region(at, text.length());
    add(token.lookingAt() ? token.end() : at + 1);
  }

  private void add(int end) {
    put(text.substring(at, end));
    skipTo(end);
  }

  private void put(String token) {
    if (column < 0) {
      column = 0;
      for (int i = at - 1; i >= 0 && Character.isWhitespace(text.charAt(i)); i--) {
        if (text.charAt(i) == '\n') {
          break;
        }
        column += text.charAt(i) == '\t' ? 8 : 1;
      }
    }
    tokens.add(new Token(token, line, column));
  }

  private void skipTo(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        column = -1;
      }
    }
  }
}
