// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** The moments by which the course of an incident is measured. */
public enum MarkKind {
  STARTED,
  DETECTED,
  ACKNOWLEDGED,
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
  public static MarkKind named(String word) {
    return Words.read(MarkKind.class, word);
  }
}
