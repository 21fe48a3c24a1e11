// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.measure;

/** The memory that the pipes of one pipeline share, counted by what they keep. */
public final class Room {
  private final Limits limits;
  private long left;
  private long arrivals;

  public Room(Limits limits) {
    this.limits = limits;
    this.left = limits.bytes();
  }

  public Limits limits() {
    return limits;
  }

  /** A number larger than any before: when something arrived. */
  long arrival() {
    return ++arrivals;
  }

  /** Takes so many bytes, or nothing when there are not as many left. */
  public boolean take(long bytes) {
    boolean fits = bytes <= left;
    if (fits) {
      left -= bytes;
    }
    return fits;
  }

  /** Gives back what was taken. */
  public void give(long bytes) {
    left += bytes;
  }
}
