// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** How far the document has come. */
public enum Review {
  DRAFT,
  IN_REVIEW,
  REVIEWED,
  CLOSED;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static Review named(String word) {
    return Words.read(Review.class, word);
  }
}
