// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/** What sort of thing a piece of evidence shows. */
public enum EvidenceKind {
  ROW,
  ROWS,
  CHART,
  PATTERNS,
  COMPARISON,
  SUSPECT,
  DIFF,
  TRACE,
  TIMELINE;

  /** As the API and files write it: {@code root-cause}. */
  public String word() {
    return Words.of(this);
  }

  /**
   * The one that {@code word} names.
   *
   * @throws IllegalArgumentException when it names none; the message lists those there are
   */
  public static EvidenceKind named(String word) {
    return Words.read(EvidenceKind.class, word);
  }
}
