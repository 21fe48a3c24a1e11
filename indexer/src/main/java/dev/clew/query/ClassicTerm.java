// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

/**
 * A term of Lucene's classic syntax.
 *
 * @param literal its text, without the backslashes that keep the next character
 * @param isGlob true when a star or question mark in it stands for other characters
 * @param mixes true when another star or question mark stands for itself
 */
record ClassicTerm(String literal, boolean isGlob, boolean mixes) {

  /** Reads to the next space or character of {@code ends} that no backslash keeps. */
  static ClassicTerm read(QueryText text, String ends) {
    StringBuilder literal = new StringBuilder();
    boolean glob = false;
    boolean kept = false;
    int at = text.at();
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean escape = c == '\\' && at + 1 < text.length();
      if (!escape && (QueryText.isSpace(c) || ends.indexOf(c) >= 0)) {
        break;
      }
      char meant = escape ? text.charAt(++at) : c;
      boolean wild = meant == '*' || meant == '?';
      glob |= wild && !escape;
      kept |= wild && escape;
      literal.append(meant);
      at++;
    }
    text.moveTo(at);
    return new ClassicTerm(literal.toString(), glob, glob && kept);
  }

  boolean isEmpty() {
    return literal.isEmpty();
  }
}
