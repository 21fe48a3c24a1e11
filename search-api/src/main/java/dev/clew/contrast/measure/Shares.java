// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.measure;

/**
 * How many members of two sets have something: a 2×2 table of counts.
 *
 * @param here members of the one set that have it
 * @param allHere all members of that set
 * @param there members of the other set that have it
 * @param allThere all members of the other set
 */
public record Shares(long here, long allHere, long there, long allThere) {
  public Shares {
    if (here < 0 || here > allHere || there < 0 || there > allThere) {
      throw new IllegalArgumentException(
          "not a table of counts: %d of %d, %d of %d".formatted(here, allHere, there, allThere));
    }
  }

  /** 0 to 1; 0 of an empty set. */
  public double shareHere() {
    return allHere == 0 ? 0 : (double) here / allHere;
  }

  /** 0 to 1; 0 of an empty set. */
  public double shareThere() {
    return allThere == 0 ? 0 : (double) there / allThere;
  }

  /** Members of either set that have it. */
  public long both() {
    return here + there;
  }
}
