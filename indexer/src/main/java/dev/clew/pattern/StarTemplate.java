// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.ArrayList;
import java.util.List;

/** Writes statements with {@code <*>} for each variable. */
final class StarTemplate {
  private static final String STAR = "<*>";

  private StarTemplate() {}

  /** With {@code <*>} for each variable; a time has one for each of its numbers. */
  static String of(WordGroup group) {
    Wording wording = group.first();
    StringBuilder out = new StringBuilder();
    int next = 0;
    for (int i = 0; i < wording.size(); i++) {
      String word = wording.word(i);
      out.append(wording.gap(i));
      List<String> values = new ArrayList<>();
      for (int c = 0; c < word.length(); c++) {
        if (VariableType.isMarker(word.charAt(c))) {
          values.add(wording.variables().get(next++));
        }
      }
      if (group.isVariable(i) && !isTime(word)) {
        out.append(STAR);
      } else {
        appendStarred(out, word, values);
      }
    }
    return out.append(wording.gap(wording.size())).toString();
  }

  private static boolean isTime(String word) {
    return word.length() == 1 && word.charAt(0) == VariableType.TIME.marker();
  }

  private static void appendStarred(StringBuilder out, String word, List<String> values) {
    int next = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!VariableType.isMarker(c)) {
        out.append(c);
      } else if (c == VariableType.TIME.marker()) {
        appendTime(out, values.get(next++));
      } else {
        out.append(STAR);
        next++;
      }
    }
  }

  private static void appendTime(StringBuilder out, String time) {
    boolean inside = false;
    for (int i = 0; i < time.length(); i++) {
      boolean value = Character.isLetterOrDigit(time.charAt(i));
      if (!value) {
        out.append(time.charAt(i));
      } else if (!inside) {
        out.append(STAR);
      }
      inside = value;
    }
  }

  /** Runs of variables, set apart by nothing but blanks, commas and dots, as one variable. */
  static String outline(String star) {
    StringBuilder out = new StringBuilder(star.length());
    int at = 0;
    boolean blank = false;
    while (at < star.length()) {
      if (star.startsWith(STAR, at)) {
        out.append(STAR);
        at = runEnd(star, at + STAR.length());
        blank = false;
      } else {
        char c = star.charAt(at++);
        boolean isBlank = Template.isBlank(c);
        if (!isBlank || !blank) {
          out.append(isBlank ? ' ' : c);
        }
        blank = isBlank;
      }
    }
    return out.toString();
  }

  private static int runEnd(String star, int start) {
    int end = start;
    int at = start;
    while (at < star.length()) {
      if (star.startsWith(STAR, at)) {
        at += STAR.length();
        end = at;
      } else if (" ,;".indexOf(star.charAt(at)) >= 0) {
        at++;
      } else {
        break;
      }
    }
    return end;
  }
}
