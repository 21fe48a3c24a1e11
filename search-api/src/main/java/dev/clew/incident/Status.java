// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** How far the trouble itself has come. */
public enum Status {
  OPEN,
  MITIGATED,
  RESOLVED;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static Status named(String word) {
    return Words.read(Status.class, word);
  }
}
