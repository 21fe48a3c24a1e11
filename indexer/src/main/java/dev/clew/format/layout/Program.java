// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.layout;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Names;
import dev.clew.format.field.Text;

/**
 * The program that syslog names in front of a message: {@code sshd[815]:}, {@code
 * su(pam_unix)[7]:}, {@code syslogd 1.4.1:}, {@code Google Chrome[12]:}, {@code launchd[1]
 * (com.acme.job[30]):}.
 */
final class Program {
  private static final int MAX_NAME = 64;

  private Program() {}

  /**
   * Reads the program at {@code at} and gives it to {@code draft}.
   *
   * @return where its final colon stands; -1 when there is no program
   */
  static int read(String line, int at, Draft draft) {
    int nameEnd = nameEnd(line, at);
    if (nameEnd <= at) {
      return -1;
    }
    int end = nameEnd;
    if (line.charAt(nameEnd) == '[') {
      end = line.indexOf(']', nameEnd) + 1;
      if (end == 0 || end - nameEnd > 24) {
        return -1;
      }
    }
    int colon = address(line, end, draft);
    String name = colon < 0 ? "" : name(line.substring(at, nameEnd), end > nameEnd);
    if (name.isEmpty()) {
      return -1;
    }
    draft.service(name);
    if (end > nameEnd + 2) {
      draft.attribute("pid", line.substring(nameEnd + 1, end - 1));
    }
    return colon;
  }

  private static int nameEnd(String line, int at) {
    int limit = Math.min(line.length(), at + MAX_NAME);
    for (int i = at; i < limit; i++) {
      char c = line.charAt(i);
      if (c == '[' || (c == ':' && (i + 1 == line.length() || Text.isSpace(line.charAt(i + 1))))) {
        return i;
      }
    }
    return -1;
  }

  /** Some programs say in parentheses for whom they speak. */
  private static int address(String line, int end, Draft draft) {
    int at = end;
    if (line.startsWith(" (", at)) {
      int close = line.indexOf("):", at);
      if (close < 0 || close - at > 120) {
        return -1;
      }
      draft.attribute("address", line.substring(at + 2, close));
      at = close + 1;
    }
    return at < line.length() && line.charAt(at) == ':' ? at : -1;
  }

  /**
   * A name of several words has a number of a process or a version behind it, or it is a sentence.
   */
  private static String name(String text, boolean numbered) {
    int space = text.lastIndexOf(' ');
    if (space < 0) {
      return Names.isProgram(text) ? text : "";
    }
    if (space + 1 == text.length()) {
      return "";
    }
    boolean version = Text.isDigit(text.charAt(space + 1));
    String name = version ? text.substring(0, space) : text;
    boolean title = numbered && Character.isUpperCase(text.charAt(space + 1));
    boolean one = name.indexOf(' ') < 0;
    return (version && one) || title ? Names.isProgram(name.replace(' ', '-')) ? name : "" : "";
  }
}
