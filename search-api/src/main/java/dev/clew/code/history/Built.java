// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

/**
 * How far an index has come.
 *
 * @param added commits that it took in now
 * @param missing commits that it does not hold yet
 */
public record Built(int added, int missing) {
  /** True when no commit is missing. */
  public boolean isWhole() {
    return missing == 0;
  }
}
