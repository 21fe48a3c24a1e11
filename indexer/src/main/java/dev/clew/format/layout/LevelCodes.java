// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.event.Severity;
import dev.clew.format.field.Draft;
import dev.clew.format.field.LevelWords;
import dev.clew.format.field.NumericLevels;
import dev.clew.format.field.Text;

/**
 * Levels that are written as a letter, a digit, a mark or a status. Each reads at a place of a line
 * and answers where the code ends, -1 when there is none.
 */
final class LevelCodes {
  private LevelCodes() {}

  static boolean glog(char letter, Draft draft) {
    Severity severity =
        "IWEFDV".indexOf(letter) < 0 ? null : LevelWords.read(String.valueOf(letter));
    if (severity == null) {
      return false;
    }
    draft.severity(severity, String.valueOf(letter));
    return true;
  }

  /** RFC 5424, section 6.2.1: one digit from 0, the worst, to 7. */
  static int digit(String line, int at, Draft draft) {
    char c = at < line.length() ? line.charAt(at) : ' ';
    if (c < '0' || c > '7') {
      return -1;
    }
    draft.severity(NumericLevels.syslog(c - '0'), line.substring(at, at + 1));
    return at + 1;
  }

  /** Redis marks its levels: debug, verbose, notice, warning. */
  static int mark(String line, int at, Draft draft) {
    int level = at < line.length() ? ".-*#".indexOf(line.charAt(at)) : -1;
    if (level < 0) {
      return -1;
    }
    draft.severity(
        level == 0 ? Severity.DEBUG : level == 3 ? Severity.WARN : Severity.INFO,
        line.substring(at, at + 1));
    return at + 1;
  }

  /** 5xx is the server's error, 4xx the client's: a warning. */
  static int status(String line, int at, Draft draft) {
    int end = at;
    while (end < line.length() && Text.isDigit(line.charAt(end))) {
      end++;
    }
    boolean none = end == at && line.startsWith("-", at);
    if (end - at != 3 && !none) {
      return -1;
    }
    if (!none) {
      char first = line.charAt(at);
      draft.severity(
          first == '5' ? Severity.ERROR : first == '4' ? Severity.WARN : Severity.INFO, null);
      draft.attribute("status", line.substring(at, end));
    }
    return none ? at + 1 : end;
  }

  /** RFC 5424, section 6.2.1: the priority is eight times the facility plus the severity. */
  static int priority(String line, int at, Draft draft) {
    int end = at;
    while (end < line.length() && end - at < 4 && Text.isDigit(line.charAt(end))) {
      end++;
    }
    if (end == at || end - at > 3) {
      return -1;
    }
    draft.severity(NumericLevels.syslog(Integer.parseInt(line.substring(at, end)) % 8), null);
    return end;
  }
}
