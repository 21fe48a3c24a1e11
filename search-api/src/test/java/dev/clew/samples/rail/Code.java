// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.Sources;

/** Where something stands in the sources of a version; refuses what is not there. */
final class Code {

  private Code() {}

  /**
   * The line, from 1, of the first place that holds {@code text}, at or after the first line that
   * holds {@code from}.
   */
  static int line(Sources sources, String path, String from, String text) {
    String[] lines = sources.text(path).split("\n", -1);
    boolean inside = false;
    for (int i = 0; i < lines.length; i++) {
      inside |= lines[i].contains(from);
      if (inside && lines[i].contains(text)) {
        return i + 1;
      }
    }
    throw new IllegalStateException(path + " has no " + text + " after " + from);
  }

  /** A line as it is written. */
  static String text(Sources sources, String path, int line) {
    return sources.text(path).split("\n", -1)[line - 1];
  }

  /** A value as it stands between the quotes of JSON. */
  static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }
}
