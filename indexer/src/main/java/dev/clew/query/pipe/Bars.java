// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.QueryText;
import java.util.ArrayList;
import java.util.List;

/** Finds the bars of a text that may start a pipe: those outside quotes and expressions. */
final class Bars {
  private static final String BEFORE_QUOTE = "(:=-!~<>,.|";

  private final String text;
  private final QueryText quotes;
  private String unclosed = "";

  private Bars(String text) {
    this.text = text;
    this.quotes = new QueryText(text);
  }

  /** Where they stand; none of {@code ||} and none after a backslash. */
  static List<Integer> of(String text) {
    List<Integer> bars = new ArrayList<>();
    Bars reader = new Bars(text);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c == '\\' || (c == '|' && twice)) {
        at++;
      } else if (c == '|') {
        bars.add(at);
      } else if (opens(text, at)) {
        at = Math.max(at, reader.close(at, !bars.isEmpty()));
      }
    }
    return bars;
  }

  /** Where the quotes or slashes that open at {@code at} close; -1 when there are none. */
  private int close(int at, boolean inPipe) {
    char c = text.charAt(at);
    if (c == '/') {
      return quotes.closingSlash(at);
    }
    boolean opens = quotes.opensQuote(at) || (c == '\'' && inPipe);
    if (!opens || unclosed.indexOf(c) >= 0) {
      return -1;
    }
    int close = c == '\'' ? closingName(at) : quotes.closingQuote(at);
    if (close < 0) {
      // a sign without its partner stays without it further on, which keeps this linear
      unclosed += c;
    }
    return close;
  }

  private static boolean opens(String text, int at) {
    return at == 0
        || QueryText.isSpace(text.charAt(at - 1))
        || BEFORE_QUOTE.indexOf(text.charAt(at - 1)) >= 0;
  }

  private int closingName(int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '\'') {
        return i;
      }
    }
    return -1;
  }
}
