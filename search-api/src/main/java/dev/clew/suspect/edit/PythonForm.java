// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.suspect.edit.SourceTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Python in one form: a line a statement, with its depth; strings joined, needless signs gone. */
final class PythonForm {
  private static final Set<String> BEFORE_GROUP =
      Set.of("=", "+=", "-=", "*=", "/=", "return", "in", "assert", "if", "elif", "while", "del");
  private static final Set<String> KEEP_GROUP = Set.of("for", "yield", ":=", "*", "**", "async");

  private final List<Token> tokens;
  private final Brackets brackets;

  private PythonForm(List<Token> tokens) {
    this.tokens = tokens;
    this.brackets = new Brackets(tokens);
  }

  /** The statements; those that import names go to {@code imports}, a name each. */
  static List<String> of(List<Token> tokens, List<String> imports) {
    return new PythonForm(tokens).statements(imports);
  }

  private List<String> statements(List<String> imports) {
    boolean[] gone = needless();
    List<String> lines = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int from = 0; from < tokens.size(); ) {
      int to = end(from);
      List<String> words = new ArrayList<>();
      for (int i = from; i < to; i++) {
        if (!gone[i]) {
          add(words, tokens.get(i).text());
        }
      }
      if (!isImport(words, imports)) {
        lines.add(String.join(" ", words));
        columns.add(tokens.get(from).column());
      }
      from = to;
    }
    return Layout.indented(lines, columns);
  }

  /** Strings beside one another are one. */
  private static void add(List<String> words, String text) {
    if (text.startsWith(Token.STRING)
        && !words.isEmpty()
        && words.getLast().startsWith(Token.STRING)
        && words.getLast().length() < Token.MAX_JOINED) {
      words.set(words.size() - 1, words.getLast() + text.substring(1));
    } else if (!text.equals("\\")) {
      words.add(text);
    }
  }

  /** Where the statement that begins at {@code from} ends. */
  private int end(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      boolean goesOn = i > from && tokens.get(i - 1).text().equals("\\");
      if (i > from && depth <= 0 && !goesOn && tokens.get(i).line() > lastLine(i - 1)) {
        return i;
      }
      depth += Brackets.isOpening(text) ? 1 : Brackets.isClosing(text) ? -1 : 0;
    }
    return tokens.size();
  }

  /** The line on which a token ends; long strings run over several. */
  private int lastLine(int i) {
    Token token = tokens.get(i);
    return token.line() + (int) token.text().chars().filter(c -> c == '\n').count();
  }

  private boolean[] needless() {
    boolean[] gone = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      gone[i] |= brackets.isNeedlessComma(i);
      if (isNeedlessGroup(i)) {
        gone[i] = true;
        gone[brackets.partner(i)] = true;
      }
    }
    return gone;
  }

  /** {@code x = (…)} and the like, where the brackets only let the line break. */
  private boolean isNeedlessGroup(int i) {
    int close = brackets.partner(i);
    if (i == 0
        || close <= i + 1
        || !tokens.get(i).text().equals("(")
        || !BEFORE_GROUP.contains(tokens.get(i - 1).text())
        || !brackets.isOutermost(i)
        || brackets.hasCommas(i)
        || tokens.get(close - 1).text().equals(",")) {
      return false;
    }
    boolean last =
        close + 1 == tokens.size()
            || tokens.get(close + 1).text().equals(":")
            || tokens.get(close + 1).line() > tokens.get(close).line();
    return last && outermost(i, close).stream().noneMatch(KEEP_GROUP::contains);
  }

  private List<String> outermost(int open, int close) {
    List<String> found = new ArrayList<>();
    for (int i = open + 1; i < close; i++) {
      found.add(tokens.get(i).text());
      i = brackets.partner(i) > i ? brackets.partner(i) : i;
    }
    return found;
  }

  private static boolean isImport(List<String> words, List<String> imports) {
    int names = words.indexOf("import");
    boolean from = !words.isEmpty() && words.getFirst().equals("from") && names > 0;
    if (!from && names != 0) {
      return false;
    }
    String module = from ? String.join("", words.subList(1, names)) : "";
    String listed = String.join(" ", words.subList(names + 1, words.size()));
    for (String name : listed.replace("(", "").replace(")", "").split(",")) {
      imports.add(module + ":" + name.strip());
    }
    return true;
  }
}
