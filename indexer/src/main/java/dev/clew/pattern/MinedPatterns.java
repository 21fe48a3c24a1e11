// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.List;

/** The patterns of an input, in the order of their first lines, and which line has which. */
public final class MinedPatterns {
  private final List<MinedPattern> patterns;
  private final int[] patternOf;

  MinedPatterns(List<MinedPattern> patterns, int[] patternOf) {
    this.patterns = List.copyOf(patterns);
    this.patternOf = patternOf;
  }

  public List<MinedPattern> patterns() {
    return patterns;
  }

  /**
   * Index into {@link #patterns} of the pattern of a line.
   *
   * @param line index of the body in the input, from 0
   */
  public int patternOf(int line) {
    return patternOf[line];
  }

  /** How many lines the input had. */
  public int lines() {
    return patternOf.length;
  }
}
