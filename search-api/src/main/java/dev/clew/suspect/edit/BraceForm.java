// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.suspect.edit.SourceTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Java, Go, TypeScript and their like in one form: tokens without the signs that say nothing. */
final class BraceForm {
  private static final Set<String> GOES_ON = Set.of("(", "[", "/", "+", "-", "`", "++", "--");
  private static final Set<String> ENDS_AT_LINE = Set.of("return", "throw", "break", "continue");
  private static final Set<String> BEFORE_GROUP = Set.of("=", "return", "=>");
  private static final Set<String> IMPORTS = Set.of("import", "using", "use");

  /** After one of these, or before one of the next, the line end closes nothing. */
  private static final Set<String> OPENS =
      Set.of(
          "{", "(", "[", ",", ";", "=", "+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", ">",
          "<=", ">=", "->", "=>", "?:", "?", ":", ".", "?.", "::", "+=", "-=", "!", "else", "in",
          "is", "as", "extends", "with");

  private static final Set<String> CLOSES =
      Set.of("}", ")", "]", ".", "?.", "?:", "else", "catch", "finally");

  /** Tokens after which an import that nothing ends is none. */
  private static final int LONGEST_IMPORT = 500;

  private final boolean newlines;
  private final boolean script;
  private final boolean go;

  BraceForm(String path, Language language) {
    this.newlines = language == Language.NEWLINES;
    this.script = language == Language.SCRIPT;
    this.go = path.endsWith(".go");
  }

  /** The tokens; statements that import names go to {@code imports}. */
  List<String> of(List<Token> all, List<String> imports) {
    List<Token> tokens = withoutImports(all, imports);
    boolean[] gone = needless(tokens);
    boolean[] closed = newlines ? lineEnds(tokens) : new boolean[tokens.size()];
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!gone[i]) {
        add(found, tokens, i);
      }
      boolean again = !found.isEmpty() && found.getLast().equals(";");
      if (closed[i] && !again) {
        found.add(";");
      }
      if (script && ENDS_AT_LINE.contains(tokens.get(i).text()) && endsLine(tokens, i)) {
        found.add(";");
      }
    }
    return found;
  }

  /** Behind which tokens the line end closes a statement: not in round or square brackets. */
  private static boolean[] lineEnds(List<Token> tokens) {
    boolean[] closed = new boolean[tokens.size()];
    Brackets brackets = new Brackets(tokens);
    int within = -1;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String text = text(tokens, i);
      if (within < 0 && (text.equals("(") || text.equals("["))) {
        within = brackets.partner(i);
      }
      within = i == within ? -1 : within;
      closed[i] =
          within < 0
              && endsLine(tokens, i)
              && !OPENS.contains(text)
              && !CLOSES.contains(text(tokens, i + 1));
    }
    return closed;
  }

  /** Texts that a plus joins are one, as long as nothing binds closer than the plus. */
  private static void add(List<String> found, List<Token> tokens, int i) {
    int size = found.size();
    boolean alone = i + 1 == tokens.size() || !Set.of(".", "[", "?.").contains(text(tokens, i + 1));
    if (size >= 2
        && tokens.get(i).isString()
        && alone
        && found.get(size - 2).length() < Token.MAX_JOINED
        && found.get(size - 1).equals("+")
        && quote(found.get(size - 2)).equals(quote(text(tokens, i)))
        && (size == 2 || !Set.of("*", "-", "/", "%").contains(found.get(size - 3)))) {
      found.removeLast();
      String text = text(tokens, i);
      String before = found.removeLast();
      found.add(
          before.startsWith("\"")
              ? before.substring(0, before.length() - 1) + text.substring(1)
              : before + text.substring(1));
    } else {
      found.add(text(tokens, i));
    }
  }

  private static String quote(String text) {
    return text.startsWith("\"") && !text.startsWith("\"\"\"")
        ? "\""
        : text.startsWith(Token.STRING) ? Token.STRING : "no text: " + text;
  }

  private boolean[] needless(List<Token> tokens) {
    Brackets brackets = new Brackets(tokens);
    boolean[] gone = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      gone[i] |= brackets.isNeedlessComma(i) || isNeedlessSemicolon(tokens, i);
      int close = brackets.partner(i);
      if (text(tokens, i).equals("(") && close > i + 1 && isNeedlessGroup(tokens, brackets, i)) {
        gone[i] = true;
        gone[close] = true;
      }
    }
    return gone;
  }

  /** A line ends the statement as well, unless the next line could go on with it. */
  private boolean isNeedlessSemicolon(List<Token> tokens, int i) {
    if (!text(tokens, i).equals(";") || !(script || newlines)) {
      return false;
    }
    boolean last = i + 1 == tokens.size() || text(tokens, i + 1).equals("}");
    return last || (script && endsLine(tokens, i) && !GOES_ON.contains(text(tokens, i + 1)));
  }

  /** {@code return (…);} and {@code x = (…);}, and the brackets around a single parameter. */
  private boolean isNeedlessGroup(List<Token> tokens, Brackets brackets, int i) {
    int close = brackets.partner(i);
    String after = close + 1 < tokens.size() ? text(tokens, close + 1) : ";";
    if (after.equals("=>") || after.equals("->")) {
      return !go && close == i + 2 && tokens.get(i + 1).isWord();
    }
    return i > 0
        && after.equals(";")
        && BEFORE_GROUP.contains(text(tokens, i - 1))
        && !text(tokens, i + 1).equals("{")
        && !brackets.hasCommas(i)
        && !(script && endsLine(tokens, i - 1));
  }

  private List<Token> withoutImports(List<Token> tokens, List<String> imports) {
    List<Token> rest = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      boolean starts = i == 0 || tokens.get(i).line() > tokens.get(i - 1).line();
      int end = starts ? endOfImport(tokens, i) : i;
      if (end == i) {
        rest.add(tokens.get(i++));
      } else {
        imports.add(named(tokens.subList(i, end)));
        i = end;
      }
    }
    return rest;
  }

  /** Where the import that begins at i ends; i when none does. */
  private int endOfImport(List<Token> tokens, int i) {
    if (go) {
      return goImport(tokens, i);
    }
    if (!IMPORTS.contains(text(tokens, i))
        || tokens.get(i).column() > 0
        || i + 1 == tokens.size()
        || text(tokens, i + 1).equals("(")
        || tokens.get(i + 1).isString()) {
      return i;
    }
    for (int end = i + 1; end < Math.min(tokens.size(), i + LONGEST_IMPORT); end++) {
      boolean closed = text(tokens, end).equals(";");
      boolean named = script && tokens.get(end).isString();
      if (closed || (named && !(end + 1 < tokens.size() && text(tokens, end + 1).equals(";")))) {
        return end + 1;
      }
    }
    return i;
  }

  /** A line that holds nothing but a path, as in Go's block of imports. */
  private static int goImport(List<Token> tokens, int i) {
    int path = tokens.get(i).isString() ? i : i + 1;
    boolean alone =
        path < tokens.size()
            && tokens.get(path).text().startsWith("\"")
            && (path == i || tokens.get(i).isWord())
            && tokens.get(path).line() == tokens.get(i).line()
            && tokens.get(i).column() <= 8
            && endsLine(tokens, path);
    return alone ? path + 1 : i;
  }

  /** An import with the names between its braces in order. */
  private static String named(List<Token> tokens) {
    List<String> texts = tokens.stream().map(Token::text).filter(t -> !t.equals(";")).toList();
    int open = texts.indexOf("{");
    int close = texts.indexOf("}");
    if (open < 0 || close < open) {
      return String.join(" ", texts);
    }
    List<String> names = new ArrayList<>();
    for (String name : String.join(" ", texts.subList(open + 1, close)).split(",")) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    names.sort(null);
    return String.join(" ", texts.subList(0, open))
        + names
        + String.join(" ", texts.subList(close + 1, texts.size()));
  }

  private static boolean endsLine(List<Token> tokens, int i) {
    return i + 1 == tokens.size() || tokens.get(i + 1).line() > tokens.get(i).line();
  }

  private static String text(List<Token> tokens, int i) {
    return tokens.get(i).text();
  }
}
