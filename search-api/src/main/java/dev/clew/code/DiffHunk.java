// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of a file that a commit changed, with up to three unchanged lines around it.
 *
 * @param file path after the commit, or before it when the commit removed the file
 * @param oldStart first line in the old file, from 1; 0 when the file is new
 * @param newStart first line in the new file, from 1; 0 when the file is gone
 * @param lines removed lines before added ones, context in place
 */
public record DiffHunk(String file, int oldStart, int newStart, List<Line> lines) {
  public DiffHunk {
    lines = List.copyOf(lines);
  }

  /** What happened to a line. */
  public enum Op {
    CONTEXT(' '),
    ADDED('+'),
    REMOVED('-');

    private final char sign;

    Op(char sign) {
      this.sign = sign;
    }

    /** The sign that a unified diff prints before the line. */
    public char sign() {
      return sign;
    }
  }

  /**
   * One line of a hunk.
   *
   * @param op what happened to it
   * @param text its text without line terminator
   * @param oldLine its number in the old file, from 1; 0 when it was added
   * @param newLine its number in the new file, from 1; 0 when it was removed
   */
  public record Line(Op op, String text, int oldLine, int newLine) {}

  /** The lines that were added. */
  public Stream<Line> added() {
    return lines.stream().filter(line -> line.op() == Op.ADDED);
  }

  /** The lines that were removed. */
  public Stream<Line> removed() {
    return lines.stream().filter(line -> line.op() == Op.REMOVED);
  }
}
