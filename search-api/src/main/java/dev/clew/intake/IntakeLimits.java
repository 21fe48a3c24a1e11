// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.source.packing.Limits;

/**
 * How much may be handed in.
 *
 * @param upload most bytes of one file, as it is sent
 * @param held most bytes of all files that were sent and are not read to their end
 * @param spare bytes that stay free on the disk of the index
 * @param unpacked how far one file may unfold
 * @param waiting most files that are received, wait or are read at once
 * @param remembered most files that are listed
 */
public record IntakeLimits(
    long upload, long held, long spare, Limits unpacked, int waiting, int remembered) {
  /** 4 GiB a file, 8 GiB in all, 1 GiB stays free, 64 GiB unfolded. */
  public static final IntakeLimits DEFAULT =
      new IntakeLimits(
          4L << 30,
          8L << 30,
          1L << 30,
          new Limits(64L << 30, 1_000, 10_000, 6, 80 << 20, 4 << 20),
          8,
          100);
}
