// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What asking again said of a piece of evidence.
 *
 * @param was what the copy says, in a word or a number; null when it was not compared
 * @param now what the store says; null when nothing could be said
 * @param at when it was asked; null when it was not
 * @param why what differs or went wrong, in a sentence; null when there is nothing to say
 */
public record Check(
    State state,
    @Nullable String was,
    @Nullable String now,
    @Nullable Instant at,
    @Nullable String why) {
  /** Nobody asked again yet. */
  public static final Check UNCHECKED = new Check(State.UNCHECKED, null, null, null, null);

  /** What came of asking again. */
  public enum State {
    /** It was not asked. */
    UNCHECKED,
    /** The answer is the same. */
    SAME,
    /** The answer is another now. */
    NOW,
    /** What it speaks of is not in the store any more. */
    GONE,
    /** There was no answer. */
    FAILED;

    /** As the API and files write it. */
    public String word() {
      return Words.of(this);
    }

    /**
     * The one that {@code word} names.
     *
     * @throws IllegalArgumentException when it names none
     */
    public static State named(String word) {
      return Words.read(State.class, word);
    }
  }
}
