// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

/** Decides where a unit of text ends that is more, or less, than a physical line. */
public interface UnitCutter {
  /** The unit goes on after the bytes at hand. */
  int MORE = -1;

  /**
   * Where the unit that starts at {@code from} ends.
   *
   * @param to the end of the bytes at hand
   * @param last that no bytes follow them
   * @return the index after its last byte, or {@link #MORE}; with {@code last} set never {@code
   *     MORE}
   */
  int end(byte[] bytes, int from, int to, boolean last);
}
