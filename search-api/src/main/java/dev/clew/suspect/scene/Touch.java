// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

/**
 * A commit's hand in the code that failed.
 *
 * @param kind in what
 * @param share how much of it, 0 to 1
 * @param nearness how near it is to where it failed, 0 to 1: 1 is there
 * @param rank place of the frame among those of the repository, from 0: 0 is where it failed
 * @param path file
 * @param line line from 1
 * @param what name of the function or of the constant
 * @param where how the place is connected to the failure, in words that follow its name
 */
public record Touch(
    Kind kind,
    double share,
    double nearness,
    int rank,
    String path,
    int line,
    String what,
    String where) {
  /** In what a commit had its hand. */
  public enum Kind {
    LINE,
    FUNCTION,
    NAME
  }
}
