// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

/**
 * How much a packed file may unfold to, so that a small hostile file cannot fill the disk or the
 * memory.
 *
 * @param bytes most decompressed bytes of one layer, all members together
 * @param ratio most decompressed bytes for each compressed one, looked at after the first {@link
 *     #GRACE} bytes
 * @param entries most members of an archive
 * @param layers most layers of packing around a log; {@code bundle.zip!logs.tar.gz!app.log.gz} has
 *     four
 * @param memory most bytes that a decompressor may ask for
 * @param header most bytes of names and other records before one member of an archive
 */
public record Limits(long bytes, long ratio, int entries, int layers, int memory, int header) {
  /** Decompressed bytes up to which any ratio is fine: repetitive logs compress very well. */
  static final long GRACE = 16L << 20;

  /**
   * One tebibyte, a thousandfold, a hundred thousand members, six layers, 80 MiB (enough for {@code
   * xz -9}), 4 MiB of headers.
   */
  public static final Limits DEFAULT = new Limits(1L << 40, 1000, 100_000, 6, 80 << 20, 4 << 20);
}
