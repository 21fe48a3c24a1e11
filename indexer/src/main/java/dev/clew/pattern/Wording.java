// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A shape as the miner compares it: words, and the gaps of white space and punctuation around them.
 * There is one more gap than there are words.
 */
final class Wording {
  private final Shape shape;
  private final List<String> words;
  private final List<String> gaps;
  private final List<String> keys;

  private Wording(Shape shape, List<String> words, List<String> gaps) {
    this.shape = shape;
    this.words = words;
    this.gaps = gaps;
    this.keys = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      boolean value = gaps.get(i).endsWith("=") || gaps.get(i).endsWith("=\"");
      keys.add(WordLook.key(words.get(i), value));
    }
  }

  static Wording of(Shape shape) {
    Cutter cutter = new Cutter(shape.text());
    cutter.cut();
    return new Wording(shape, cutter.words, cutter.gaps);
  }

  int size() {
    return words.size();
  }

  /** Word {@code i} as the shape has it. */
  String word(int i) {
    return words.get(i);
  }

  /** What stands before word {@code i}; behind the last word for {@code i == size()}. */
  String gap(int i) {
    return gaps.get(i);
  }

  /** What word {@code i} is compared by: {@link WordLook#VARIABLE} for all that is sure to vary. */
  String key(int i) {
    return keys.get(i);
  }

  /** The values of the variables in all words and gaps, in order, as in the first line. */
  List<String> variables() {
    return shape.variables();
  }

  /** Equal for shapes that could come from one statement: the same gaps, amount of blanks aside. */
  String frame() {
    StringBuilder frame = new StringBuilder();
    for (String gap : gaps) {
      frame.append(gap.strip()).append(gap.isBlank() ? " " : "_");
    }
    return frame.toString();
  }

  /** Cuts the text of a shape into words and the gaps around them. */
  private static final class Cutter {
    /** What follows so many words is one last word: statements differ long before. */
    private static final int MOST_WORDS = 160;

    private static final int LONGEST_QUOTE = 64;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    Cutter(String text) {
      this.text = text;
    }

    void cut() {
      int at = 0;
      while (true) {
        int word = at;
        while (word < text.length() && isGap(word)) {
          word++;
        }
        gaps.add(text.substring(at, word));
        if (word == text.length()) {
          return;
        }
        at = words.size() == MOST_WORDS ? text.length() : wordEnd(word);
        words.add(text.substring(word, at));
      }
    }

    private int wordEnd(int start) {
      if (text.startsWith("=\"", start - 2)) {
        int quote = text.indexOf('"', start);
        if (quote > start && quote - start <= LONGEST_QUOTE) {
          return quote;
        }
      }
      int end = start;
      while (end < text.length() && !isGap(end)) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '=' && isAddress(start, end)) {
        while (end < text.length() && (!isBreak(text.charAt(end)) || text.charAt(end) == '=')) {
          end++;
        }
      }
      return end;
    }

    /** A path with a query, whose names and values belong to the one word. */
    private boolean isAddress(int start, int end) {
      char first = text.charAt(start);
      return (first == '/' || first == VariableType.PATH.marker())
          && text.substring(start, end).indexOf('?') > 0;
    }

    private boolean isGap(int at) {
      char c = text.charAt(at);
      if (VariableType.isMarker(c)) {
        return false;
      }
      int kind = CharClass.of(c);
      if (kind == CharClass.BREAK) {
        return true;
      }
      if (kind == CharClass.COLON) {
        return !text.startsWith("://", at);
      }
      if (kind == CharClass.DOT && (isDot(at - 1) || isDot(at + 1))) {
        return true;
      }
      boolean punctuation = (kind & CharClass.WORD) == 0 && kind != CharClass.SLASH;
      return punctuation && (at + 1 == text.length() || isBreak(text.charAt(at + 1)));
    }

    private boolean isDot(int at) {
      return at >= 0 && at < text.length() && text.charAt(at) == '.';
    }

    private static boolean isBreak(char c) {
      return CharClass.of(c) == CharClass.BREAK && !VariableType.isMarker(c);
    }
  }
}
