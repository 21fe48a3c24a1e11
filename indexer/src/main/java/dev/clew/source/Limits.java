// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

/**
 * How much a compressed file may unfold to, so that a small hostile file cannot fill the disk.
 *
 * @param bytes most decompressed bytes of one file, all members together
 * @param ratio most decompressed bytes for each compressed one, looked at after the first {@link
 *     #GRACE} bytes
 * @param entries most members of an archive
 */
public record Limits(long bytes, long ratio, int entries) {
  /** Decompressed bytes up to which any ratio is fine: repetitive logs compress very well. */
  static final long GRACE = 64L << 20;

  /** One tebibyte, a thousandfold, a hundred thousand members. */
  public static final Limits DEFAULT = new Limits(1L << 40, 1000, 100_000);
}
