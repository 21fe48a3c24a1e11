// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

/** What a look at something readable led to. */
public sealed interface Finding {

  /** It is a source, and reading it goes on. */
  record Known(Standing standing) implements Finding {}

  /** There is nothing to read in it. */
  enum Unread implements Finding {
    /** It is another name of a file that is read. */
    ELSEWHERE,
    /** It may be the copy that a rotation makes, or was rotated just now: look again. */
    LATER
  }
}
