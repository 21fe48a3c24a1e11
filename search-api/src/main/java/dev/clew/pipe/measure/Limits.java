// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

/**
 * How much a pipeline may keep at a time. What goes over a limit is left out or estimated, and the
 * answer says so.
 *
 * @param groups most groups of a pipe
 * @param rows most rows that are sorted or given out
 * @param exact most different values, or numbers of a percentile, that are kept one by one
 * @param cellValues most values in a cell
 * @param bytes about how much memory all pipes of a pipeline take together
 */
public record Limits(int groups, int rows, int exact, int cellValues, long bytes) {
  /** What people get. */
  public static final Limits STANDARD = new Limits(100_000, 10_000, 10_000, 100, 256L << 20);

  /** The same in no more than {@code most} bytes of memory. */
  public Limits within(long most) {
    return new Limits(groups, rows, exact, cellValues, Math.min(bytes, most));
  }
}
