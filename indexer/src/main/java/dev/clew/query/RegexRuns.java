// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in every text in which a regular expression is found, but for case: runs of ASCII
 * characters. Looks only at what the expression says outside of groups and alternatives: fewer runs
 * than there are cost time, not answers.
 */
public final class RegexRuns {
  private static final String ENDS_OF_RUN = ".[(";
  private static final String ZERO_WIDTH = "bB";

  private final String expression;
  private final List<String> runs = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private int at;

  private RegexRuns(String expression) {
    this.expression = expression;
  }

  /** The runs of an expression, none of them empty; none when nothing is certain. */
  public static List<String> of(String expression) {
    RegexRuns runs = new RegexRuns(expression);
    return runs.read() ? runs.runs : List.of();
  }

  /**
   * A quick look at whether the expression may be found in a text.
   *
   * @param run one of its runs, in lower case
   */
  static boolean mayStandIn(String text, String run) {
    int last = text.length() - run.length();
    char first = run.charAt(0);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 128) {
        // it may be another way to write a letter
        return true;
      }
      if (at <= last && lower(c) == first && startsAt(text, at, run)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(String text, int start, String run) {
    for (int i = 1; i < run.length(); i++) {
      if (lower(text.charAt(start + i)) != run.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private boolean read() {
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (c >= 128 || c == '|' || c == ')') {
        return false;
      }
      if (c == '\\' ? !escape() : !plain(c)) {
        return false;
      }
    }
    endRun();
    return true;
  }

  private boolean plain(char c) {
    if (ENDS_OF_RUN.indexOf(c) >= 0) {
      endRun();
      int end = c == '.' ? at + 1 : c == '[' ? afterClass(at) : afterGroup();
      at = end;
      return end > 0 && quantified(false);
    }
    at++;
    if (c == '^' || c == '$') {
      endRun();
      return quantified(false);
    }
    run.append(c);
    return quantified(true);
  }

  private boolean escape() {
    if (at + 1 == expression.length()) {
      return false;
    }
    char c = expression.charAt(at + 1);
    at += 2;
    if (ZERO_WIDTH.indexOf(c) >= 0) {
      return quantified(false);
    }
    if (c == 'd' || c == 'w' || c == 's' || c == 'D' || c == 'W' || c == 'S') {
      endRun();
      return quantified(false);
    }
    if (c >= 128 || Words.isPart(c)) {
      // an escape that is not known here
      return false;
    }
    run.append(c);
    return quantified(true);
  }

  /** Reads what says how often the last thing stands; false when it is not understood. */
  private boolean quantified(boolean character) {
    if (at == expression.length()) {
      return true;
    }
    char c = expression.charAt(at);
    if (c == '*' || c == '?' || c == '{') {
      if (character) {
        run.setLength(run.length() - 1);
      }
      endRun();
      int end = c == '{' ? expression.indexOf('}', at) : at;
      at = end + 1;
      return end >= 0 && quantified(false);
    }
    if (c == '+') {
      endRun();
      at++;
      return quantified(false);
    }
    return true;
  }

  /** The place after a class in brackets; 0 when it has no end. */
  private int afterClass(int start) {
    int end = start + 1;
    end += end < expression.length() && expression.charAt(end) == '^' ? 1 : 0;
    end += end < expression.length() && expression.charAt(end) == ']' ? 1 : 0;
    while (end < expression.length() && expression.charAt(end) != ']') {
      char c = expression.charAt(end);
      if (c == '[' && end + 1 < expression.length() && expression.charAt(end + 1) == ':') {
        end = expression.indexOf(":]", end + 2) + 1;
        if (end == 0) {
          return 0;
        }
      }
      end += c == '\\' ? 2 : 1;
    }
    return end < expression.length() ? end + 1 : 0;
  }

  /** The place after a group; 0 when it has no end. */
  private int afterGroup() {
    int depth = 0;
    int end = at;
    while (end < expression.length()) {
      switch (expression.charAt(end)) {
        case '\\' -> end++;
        case '[' -> {
          int after = afterClass(end);
          if (after == 0) {
            return 0;
          }
          end = after - 1;
        }
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
      end++;
      if (depth == 0) {
        return end;
      }
    }
    return 0;
  }

  private void endRun() {
    if (run.length() > 0) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }
}
