// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

/** The line of a message that decides its pattern. */
final class FirstLine {
  private FirstLine() {}

  /** The first line that is not blank, without white space around it; empty when there is none. */
  static String of(String body) {
    int start = 0;
    while (start < body.length() && body.charAt(start) <= ' ') {
      start++;
    }
    int end = start;
    while (end < body.length() && body.charAt(end) != '\n' && body.charAt(end) != '\r') {
      end++;
    }
    while (end > start && body.charAt(end - 1) <= ' ') {
      end--;
    }
    return body.substring(start, end);
  }
}
