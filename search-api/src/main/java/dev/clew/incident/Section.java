// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** The sections of the document, in their order. */
public enum Section {
  SUMMARY,
  IMPACT,
  TIMELINE,
  ROOT_CAUSE,
  CONTRIBUTING,
  WENT_WELL,
  WENT_BADLY,
  ACTIONS,
  REVIEW;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static Section named(String word) {
    return Words.read(Section.class, word);
  }
}
