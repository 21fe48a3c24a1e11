// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** How bad an incident is, the worst first. */
public enum Gravity {
  SEV1,
  SEV2,
  SEV3,
  SEV4;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static Gravity named(String word) {
    return Words.read(Gravity.class, word);
  }
}
