// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.field;

import dev.clew.event.Severity;

/** Finds a severity that stands a few words into a message: in brackets or in capitals. */
public final class LateLevel {
  private static final int WINDOW = 80;

  private final LevelWords levels;

  public LateLevel(LevelWords levels) {
    this.levels = levels;
  }

  /** Gives {@code draft} the severity named soon after {@code from}, if there is one. */
  public void read(String line, int from, Draft draft) {
    int limit = Math.min(line.length(), from + WINDOW);
    for (int at = from; at < limit; at++) {
      char before = at == 0 ? ' ' : line.charAt(at - 1);
      if (!Text.isLetter(line.charAt(at)) || Text.isWordPart(before)) {
        continue;
      }
      int end = LevelWords.end(line, at);
      Severity severity = stands(line, at, end, before) ? levels.find(line, at, end) : null;
      if (severity != null) {
        draft.severity(severity, line.substring(at, end));
        return;
      }
      at = Math.max(at, end - 1);
    }
  }

  private static boolean stands(String line, int at, int end, char before) {
    char after = end < line.length() ? line.charAt(end) : ' ';
    if ((before == '[' && after == ']')
        || (before == '<' && after == '>')
        || (before == '(' && after == ')')) {
      return true;
    }
    for (int i = at; i < end; i++) {
      if (line.charAt(i) >= 'a') {
        return false;
      }
    }
    return " \t|.:".indexOf(before) >= 0 && " :|\t],".indexOf(after) >= 0;
  }
}
