// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

/** How much memory a question may need while it is worked on. */
public enum Weight {
  /** Next to nothing: answered at once, whatever else goes on. */
  NONE(0),
  /** A page of events, or counts over time. */
  PAGE(32L << 20),
  /** Groups of many values. */
  GROUPS(256L << 20);

  /** A question counts for at most this part of the memory there is. */
  private static final int LARGEST_PART = 10;

  private final long most;

  Weight(long most) {
    this.most = most;
  }

  /** The most in bytes, where {@code memory} bytes are there for everything. */
  public long bytes(long memory) {
    return Math.min(most, memory / LARGEST_PART);
  }
}
