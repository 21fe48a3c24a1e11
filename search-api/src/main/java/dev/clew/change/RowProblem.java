// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.nio.file.Path;

/**
 * A row of a change file that says nothing usable.
 *
 * @param file the file
 * @param line line on which the row starts, from 1
 * @param message what is wrong and how to mend it
 */
public record RowProblem(Path file, long line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
