// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.QueryText;

/** The words, quotes and signs of one pipe, one after the other. */
final class PipeTokens {
  private static final String SIGNS = ",()=<>";
  private static final String ENDS = ",()=<>\"'“„|";

  private final String text;
  private final QueryText quotes;
  private final int end;
  private int at;
  private Token next;

  /** What a token is. */
  enum Kind {
    WORD,
    /** In double quotes. */
    TEXT,
    /** In single quotes. */
    NAME,
    /** One of {@code , ( ) = == != < <= > >=}. */
    SIGN,
    END
  }

  /** A token, without quotes, and where it stands. */
  record Token(Kind kind, String text, int start, int end) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  PipeTokens(String text, int start, int end) {
    this.text = text;
    this.quotes = new QueryText(text);
    this.end = end;
    this.at = start;
    this.next = read();
  }

  /** The next token, which stays. */
  Token peek() {
    return next;
  }

  /** The token after the next one, which both stay. */
  Token peekSecond() {
    int back = at;
    Token second = read();
    at = back;
    return second;
  }

  Token take() {
    Token taken = next;
    next = read();
    return taken;
  }

  boolean acceptWord(String word) {
    boolean there = next.isWord(word);
    if (there) {
      take();
    }
    return there;
  }

  boolean accept(String sign) {
    boolean there = next.is(sign);
    if (there) {
      take();
    }
    return there;
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw unexpected("'" + sign + "' is needed here");
    }
  }

  boolean atEnd() {
    return next.kind() == Kind.END;
  }

  /** Everything that is left, as typed. */
  String rest() {
    String rest = text.substring(next.start(), end).strip();
    at = end;
    next = read();
    return rest;
  }

  PipeFault unexpected(String wrong) {
    return new PipeFault(next.start(), Math.max(next.end(), next.start()), wrong, null);
  }

  private Token read() {
    while (at < end && QueryText.isSpace(text.charAt(at))) {
      at++;
    }
    int start = at;
    if (at >= end) {
      return new Token(Kind.END, "", end, end);
    }
    char c = text.charAt(at);
    if (quotes.opensQuote(at)) {
      return quoted(start, quotes.closingQuote(at));
    }
    if (c == '\'') {
      return named(start);
    }
    if (SIGNS.indexOf(c) >= 0 || isUnequal(at)) {
      int width = isUnequal(at) || isTwo(at) ? 2 : 1;
      at += width;
      return new Token(Kind.SIGN, text.substring(start, at), start, at);
    }
    while (at < end && !isWordEnd(at, start)) {
      at++;
    }
    return new Token(Kind.WORD, text.substring(start, at), start, at);
  }

  private boolean isWordEnd(int position, int start) {
    char c = text.charAt(position);
    return position > start
        && (QueryText.isSpace(c) || ENDS.indexOf(c) >= 0 || isUnequal(position));
  }

  private boolean isUnequal(int position) {
    return text.charAt(position) == '!' && position + 1 < end && text.charAt(position + 1) == '=';
  }

  private boolean isTwo(int position) {
    return "<>=".indexOf(text.charAt(position)) >= 0
        && position + 1 < end
        && text.charAt(position + 1) == '=';
  }

  private Token quoted(int start, int close) {
    if (close < 0 || close >= end) {
      throw new PipeFault(start, start + 1, "the quote is never closed", null);
    }
    at = close + 1;
    return new Token(Kind.TEXT, quotes.quoted(start, close), start, at);
  }

  private Token named(int start) {
    StringBuilder name = new StringBuilder();
    for (int i = start + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        at = i + 1;
        return new Token(Kind.NAME, name.toString(), start, at);
      }
      boolean escape = c == '\\' && i + 1 < end && "'\\".indexOf(text.charAt(i + 1)) >= 0;
      name.append(escape ? text.charAt(++i) : c);
    }
    throw new PipeFault(start, start + 1, "the quote is never closed", null);
  }
}
