// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds functions where braces show what belongs together: a block whose header names something
 * followed by a parameter list and is no statement.
 */
final class BraceScanner {
  private static final Set<String> STATEMENTS =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "else",
          "try",
          "do",
          "synchronized",
          "return",
          "new",
          "using",
          "lock",
          "foreach",
          "select",
          "with",
          "match",
          "when",
          "unless",
          "throw",
          "await",
          "yield");

  /** One that ends the header of a block and starts the next. */
  private static final Set<String> BOUNDARIES = Set.of(";", "{", "}");

  private final List<Token> tokens;

  BraceScanner(List<Token> tokens) {
    this.tokens = tokens.stream().filter(token -> token.kind() != Kind.COMMENT).toList();
  }

  private record Open(String name, int line) {}

  List<CodeBlock> functions() {
    List<CodeBlock> blocks = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    int headerStart = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != Kind.SIGN || !BOUNDARIES.contains(token.text())) {
        continue;
      }
      if (token.is("{")) {
        List<Token> header = tokens.subList(headerStart, i);
        int line = header.isEmpty() ? token.line() : header.get(0).line();
        open.push(new Open(name(header), line));
      } else if (token.is("}") && !open.isEmpty()) {
        Open closed = open.pop();
        if (!closed.name.isEmpty()) {
          blocks.add(new CodeBlock(closed.name, closed.line + 1, token.line() + 1));
        }
      }
      headerStart = i + 1;
    }
    return blocks;
  }

  /** The function that a header declares; empty when it declares none. */
  private static String name(List<Token> header) {
    String assigned = "";
    String candidate = "";
    int depth = 0;
    for (int i = 0; i < header.size(); i++) {
      Token token = header.get(i);
      if (depth == 0 && token.kind() == Kind.WORD && STATEMENTS.contains(token.text())) {
        return "";
      }
      if (token.is("(") || token.is("[")) {
        if (depth == 0 && token.is("(") && candidate.isEmpty() && i > 0) {
          candidate = declared(header, i);
        }
        depth++;
      } else if (token.is(")") || token.is("]")) {
        depth--;
      } else if (token.is("=")
          && depth == 0
          && assigned.isEmpty()
          && i > 0
          && candidate.isEmpty()) {
        assigned = header.get(i - 1).text();
      }
    }
    if (assigned.isEmpty()) {
      return depth == 0 ? candidate : "";
    }
    // const handler = async (request) => {   and   var handler = func(w, r) {
    return header.stream()
                .anyMatch(token -> token.is(">") || token.is("function") || token.is("func"))
            && depth == 0
        ? assigned
        : "";
  }

  /** The word before the parameter list at {@code paren}; annotations and Go receivers are none. */
  private static String declared(List<Token> header, int paren) {
    Token word = header.get(paren - 1);
    boolean annotation = paren >= 2 && annotates(header, paren - 2);
    boolean receiver = word.is("func");
    return word.kind() != Kind.WORD || annotation || receiver || word.is("function")
        ? ""
        : word.text();
  }

  private static boolean annotates(List<Token> header, int index) {
    int i = index;
    while (i >= 1 && header.get(i).is(".")) {
      i -= 2;
    }
    return i >= 0 && header.get(i).is("@");
  }
}
