// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

/**
 * How a scan ended.
 *
 * @param progress what was looked at in the end; what was told is exact for that
 * @param readable false when a part of what was looked at could not be read, so that events may be
 *     missing
 */
public record Outcome(Progress progress, boolean readable) {
  /** True when all that was asked for is told. */
  public boolean complete() {
    return readable && progress.rest().isEmpty();
  }
}
