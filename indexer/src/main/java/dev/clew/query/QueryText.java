// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A query text and the place in it that was read up to: the lexical half of the parser. */
public final class QueryText {
  private static final String OPEN_QUOTES = "\"“„";
  private static final String CLOSE_QUOTES = "\"”“";

  /** What may follow the sign of a negation, besides letters and digits. */
  private static final String NEGATED = "_@(\"/*?~\\";

  private final String text;

  /** For each kind of quote, from where on none is closed: what is known is not searched again. */
  private final int[] unclosed = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

  private int at;

  /** Nothing of {@code text} is read yet. */
  public QueryText(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next character, NUL at the end. */
  char peek() {
    return charAt(at);
  }

  int length() {
    return text.length();
  }

  /** The character at {@code position}, NUL outside the text. */
  char charAt(int position) {
    return position >= 0 && position < text.length() ? text.charAt(position) : '\0';
  }

  boolean startsWith(String part, int position) {
    return text.startsWith(part, position);
  }

  String from(int start) {
    return text.substring(start, at);
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  void skipSpaces() {
    while (!atEnd() && isSpace(peek())) {
      at++;
    }
  }

  /** True where text that started before may end. */
  boolean isBoundary(int position) {
    return position >= text.length()
        || isSpace(text.charAt(position))
        || text.charAt(position) == ')';
  }

  /**
   * Where the run of characters up to the next space ends; a closing parenthesis that nothing in
   * the run opened ends it too when {@code inGroup}.
   */
  int chunkEnd(int start, boolean inGroup) {
    int open = 0;
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      char c = text.charAt(end);
      if (c == '(') {
        open++;
      } else if (c == ')' && open-- == 0) {
        if (inGroup) {
          return end;
        }
        open = 0;
      }
      end++;
    }
    return end;
  }

  /** The operator word that starts here, as typed, when a space, a group or the end follows it. */
  @Nullable String operatorWord() {
    for (String word : new String[] {"and", "or", "not"}) {
      int end = at + word.length();
      if (text.regionMatches(true, at, word, 0, word.length())) {
        String typed = text.substring(at, end);
        boolean group = charAt(end) == '(' && typed.equals(word.toUpperCase(Locale.ROOT));
        if (group || isBoundary(end)) {
          return typed;
        }
      }
    }
    for (String sign : new String[] {"&&", "||"}) {
      if (text.startsWith(sign, at) && isBoundary(at + 2)) {
        return sign;
      }
    }
    return null;
  }

  /** True when a quoted text may start at {@code position}. */
  public boolean opensQuote(int position) {
    return position < text.length() && OPEN_QUOTES.indexOf(text.charAt(position)) >= 0;
  }

  /**
   * True when the dash or exclamation mark at {@code position} excludes what follows: not in {@code
   * -->}, {@code --flag}, {@code -1} or alone.
   */
  boolean negates(int position) {
    char sign = charAt(position);
    if ((sign != '-' && sign != '!') || position + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(position + 1);
    if (Character.isDigit(next)) {
      return sign == '!' || !isNumber(position + 1);
    }
    return Character.isLetter(next) || (next > 127 && !isSpace(next)) || NEGATED.indexOf(next) >= 0;
  }

  private boolean isNumber(int start) {
    int end = start;
    while (end < text.length() && (Character.isDigit(text.charAt(end)) || charAt(end) == '.')) {
      end++;
    }
    return isBoundary(end) || charAt(end) == ',' || charAt(end) == ';';
  }

  /** True when an operator word stands in the group that opens at {@code start}. */
  boolean groupHoldsOperator(int start) {
    int back = at;
    boolean found = false;
    int end = text.indexOf(')', start);
    for (int i = start + 1; i < end && !found; i++) {
      at = i;
      found = isSpace(text.charAt(i - 1)) && operatorWord() != null;
    }
    at = back;
    return found;
  }

  /**
   * Where the quoted text that opens at {@code start} is closed; -1 when it is not, or opens not.
   */
  public int closingQuote(int start) {
    int kind = start < text.length() ? OPEN_QUOTES.indexOf(text.charAt(start)) : -1;
    if (kind < 0) {
      return -1;
    }
    if (start >= unclosed[kind]) {
      return -1;
    }
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && kind == 0) {
        i++;
      } else if (kind == 0 ? c == '"' : CLOSE_QUOTES.indexOf(c) > 0) {
        return i;
      }
    }
    unclosed[kind] = start;
    return -1;
  }

  /**
   * What the quotes from {@code open} to {@code close} hold; a backslash keeps the next character.
   */
  public String quoted(int open, int close) {
    StringBuilder content = new StringBuilder();
    for (int i = open + 1; i < close; i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '\\' && i + 1 < close && (charAt(i + 1) == '"' || charAt(i + 1) == '\\');
      content.append(escape ? text.charAt(++i) : c);
    }
    return content.toString();
  }

  /**
   * Where the character stands that is number {@code index} of what quotes at {@code open} hold.
   */
  int positionInQuotes(int open, int index) {
    int position = open + 1;
    for (int i = 0; i < index && position < text.length(); i++) {
      char next = charAt(position + 1);
      position += charAt(position) == '\\' && (next == '"' || next == '\\') ? 2 : 1;
    }
    return Math.min(position, text.length());
  }

  /** Where the slash that closes the expression opened at {@code start} stands; -1 without one. */
  public int closingSlash(int start) {
    if (charAt(start) != '/' || isSpace(charAt(start + 1))) {
      return -1;
    }
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '/') {
        return i > start + 1 && isBoundary(i + 1) ? i : -1;
      }
    }
    return -1;
  }

  /** True for blanks of any script, tabs and line ends. */
  public static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
