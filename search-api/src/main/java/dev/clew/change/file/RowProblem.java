// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

/**
 * A row of a change file that says nothing usable, or what else people should know about the file.
 *
 * @param source the file, or what else it was read from
 * @param line line on which the row starts, from 1
 * @param message what is wrong and how to mend it
 * @param lost whether something was not read because of it
 */
public record RowProblem(String source, long line, String message, boolean lost) {
  @Override
  public String toString() {
    return source + ":" + line + ": " + message;
  }
}
