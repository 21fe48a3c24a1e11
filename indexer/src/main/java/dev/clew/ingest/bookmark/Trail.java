// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Remembers the first and the last bytes of what was read of a source. Not thread-safe. */
public final class Trail {
  private static final int RING = 8 * Fingerprint.MOST;

  private final byte[] head = new byte[Fingerprint.MOST];
  private int headLength;
  private final byte[] recent = new byte[RING];
  private int recentLength;
  private long offset;

  /** Nothing was read yet. */
  public Trail() {}

  /**
   * The first {@code offset} bytes were read before.
   *
   * @param first those of them at the start, at most {@value Fingerprint#MOST}
   * @param last those of them at the end, at most {@value Fingerprint#MOST}
   */
  public Trail(byte[] first, byte[] last, long offset) {
    this.offset = offset;
    headLength = (int) Math.min(Math.min(first.length, head.length), offset);
    System.arraycopy(first, 0, head, 0, headLength);
    recentLength = last.length;
    System.arraycopy(last, 0, recent, 0, recentLength);
  }

  /** The bytes of {@code more} follow those before. */
  public void add(ByteBuffer more) {
    int length = more.remaining();
    if (headLength < head.length && headLength == offset) {
      int taken = Math.min(length, head.length - headLength);
      more.get(more.position(), head, headLength, taken);
      headLength += taken;
    }
    int kept = Math.min(length, Fingerprint.MOST);
    if (recentLength + kept > recent.length) {
      System.arraycopy(recent, recentLength - Fingerprint.MOST, recent, 0, Fingerprint.MOST);
      recentLength = Fingerprint.MOST;
    }
    more.get(more.limit() - kept, recent, recentLength, kept);
    recentLength += kept;
    offset += length;
  }

  /** {@code count} zeros follow the bytes before. */
  public void addZeros(long count) {
    int first = (int) Math.min(count, Fingerprint.MOST);
    add(ByteBuffer.allocate(first));
    int last = (int) Math.min(count - first, Fingerprint.MOST);
    long between = count - first - last;
    offset += between;
    add(ByteBuffer.allocate(last));
  }

  /** How many bytes were read. */
  public long offset() {
    return offset;
  }

  /** The fingerprint of the first bytes. */
  public Fingerprint head() {
    return Fingerprint.of(head, 0, Math.min(headLength, Fingerprint.headLength(offset)));
  }

  /** The fingerprint of the last bytes. */
  public Fingerprint tail() {
    byte[] last = last();
    return Fingerprint.of(last, 0, last.length);
  }

  /** The last bytes, at most {@value Fingerprint#MOST}. */
  public byte[] last() {
    return Arrays.copyOfRange(recent, Math.max(0, recentLength - Fingerprint.MOST), recentLength);
  }
}
