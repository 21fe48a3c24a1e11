// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** Whether a block says what is known, or what somebody makes of it. */
public enum Role {
  FACTS,
  INTERPRETATION,
  TEXT;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static Role named(String word) {
    return Words.read(Role.class, word);
  }
}
