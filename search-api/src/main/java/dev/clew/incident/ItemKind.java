// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** What sort of thing happened at a time of the timeline. */
public enum ItemKind {
  EVENT,
  DEPLOY,
  CONFIG,
  COMMIT,
  ALERT,
  NOTE,
  MARK;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static ItemKind named(String word) {
    return Words.read(ItemKind.class, word);
  }
}
