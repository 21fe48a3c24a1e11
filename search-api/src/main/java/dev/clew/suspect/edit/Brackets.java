// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import dev.clew.suspect.edit.SourceTokens.Token;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Which bracket closes which among tokens; brackets that a hunk cuts off have no partner. */
final class Brackets {
  private static final Set<String> KEYWORDS =
      Set.of(
          "return", "in", "and", "or", "not", "if", "elif", "else", "while", "for", "yield", "is",
          "case", "await", "lambda", "assert", "del", "print", "with", "typeof", "new", "throw");

  private final List<Token> tokens;
  private final int[] partner;
  private final boolean[] commas;
  private final boolean[] outermost;

  Brackets(List<Token> tokens) {
    this.tokens = tokens;
    this.partner = new int[tokens.size()];
    this.commas = new boolean[tokens.size()];
    this.outermost = new boolean[tokens.size()];
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (isOpening(text)) {
        outermost[i] = open.isEmpty();
        open.push(i);
      } else if (isClosing(text) && !open.isEmpty()) {
        partner[i] = open.peek();
        partner[open.pop()] = i;
      } else if (text.equals(",") && !open.isEmpty() && !closes(i + 1)) {
        commas[open.peek()] = true;
      }
    }
  }

  static boolean isOpening(String text) {
    return text.equals("(") || text.equals("[") || text.equals("{");
  }

  static boolean isClosing(String text) {
    return text.equals(")") || text.equals("]") || text.equals("}");
  }

  boolean closes(int i) {
    return i < tokens.size() && isClosing(tokens.get(i).text());
  }

  /** Where the partner of a bracket is; −1 when it is not among the tokens. */
  int partner(int i) {
    return partner[i];
  }

  /** Whether the bracket that opens at i is in no other. */
  boolean isOutermost(int i) {
    return outermost[i];
  }

  /** Whether something is separated by commas directly in the bracket that opens at i. */
  boolean hasCommas(int i) {
    return commas[i];
  }

  /**
   * Whether the comma at i, just before a closing bracket, says nothing. {@code (a,)} is a tuple
   * and {@code x[a,]} an index by one, so these keep it.
   */
  boolean isNeedlessComma(int i) {
    if (!tokens.get(i).text().equals(",") || !closes(i + 1) || i == 0) {
      return false;
    }
    int open = partner[i + 1];
    if (tokens.get(i - 1).text().equals(",") || open == i - 1) {
      return false;
    }
    String closing = tokens.get(i + 1).text();
    if (closing.equals("}") || (open >= 0 && commas[open])) {
      return true;
    }
    boolean applied = open > 0 && isApplied(tokens.get(open - 1));
    return open >= 0 && (closing.equals(")") == applied);
  }

  /** Whether a bracket after this token is of a call or an index. */
  static boolean isApplied(Token before) {
    return before.text().equals(")")
        || before.text().equals("]")
        || (before.isWord() && !KEYWORDS.contains(before.text()));
  }
}
