// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a stream that are at hand: from the start of the line that is read up to what was
 * read ahead. Not thread-safe.
 */
final class ByteWindow {
  private static final int SMALL = 1 << 14;
  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private byte[] bytes = new byte[SMALL];
  private int start;
  private int filled;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  ByteWindow(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the bytes that are still needed start. */
  int start() {
    return start;
  }

  /** The end of the bytes at hand. */
  int filled() {
    return filled;
  }

  /** True when no more bytes follow those at hand. */
  boolean ended() {
    return ended;
  }

  /** Why the stream ended before its end. */
  Optional<IOException> failure() {
    return failure;
  }

  /** Gives up the next {@code count} bytes. */
  void drop(int count) {
    start += count;
  }

  /** Reads on until a good part of the stream is at hand, for a look at what it is. */
  void readAhead() {
    while (filled - start < BUFFER && !ended) {
      fill();
    }
  }

  /**
   * Reads some more bytes; room is made at the end.
   *
   * @return by how much the bytes at hand moved towards the front
   */
  int fill() {
    int moved = start;
    if (filled == bytes.length) {
      if (start >= bytes.length / 2) {
        System.arraycopy(bytes, start, bytes, 0, filled - start);
      } else {
        int grown = Math.max(bytes.length < BUFFER ? BUFFER : 0, bytes.length * 2);
        byte[] larger = new byte[grown];
        System.arraycopy(bytes, start, larger, 0, filled - start);
        bytes = larger;
      }
      filled -= start;
      start = 0;
    } else {
      moved = 0;
    }
    read();
    return moved;
  }

  private void read() {
    try {
      int read = in.read(bytes, filled, bytes.length - filled);
      if (read < 0) {
        ended = true;
      } else {
        filled += read;
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      ended = true;
    }
  }

  /**
   * Gives up the zeros at the start, but for a rest that is no whole {@code unit}.
   *
   * @param unit bytes that zeros are given up by
   * @return how many
   */
  long dropZeros(int unit) {
    long dropped = 0;
    while (true) {
      int end = LineScan.zerosEnd(bytes, start, filled);
      int whole = (end - start) / unit * unit;
      dropped += whole;
      start += whole;
      if (end < filled || ended) {
        return dropped;
      }
      if (start == filled) {
        start = 0;
        filled = 0;
      }
      fill();
    }
  }

  /** Gives up {@code count} bytes that nobody looks at; where the stream ends, so does this. */
  void skip(long count) {
    int atHand = (int) Math.min(filled - start, count);
    start += atHand;
    long rest = count - atHand;
    try {
      while (rest > 0 && !ended) {
        long skipped = in.skip(rest);
        ended = skipped <= 0 && in.read() < 0;
        rest -= Math.max(1, skipped);
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      ended = true;
    }
  }

  /** Gives up the next bytes, and copies them to the end of {@code into}, from {@code at} on. */
  void take(byte[] into, int at) {
    while (filled - start < into.length - at && !ended) {
      fill();
    }
    int taken = Math.min(into.length - at, filled - start);
    System.arraycopy(bytes, start, into, at, taken);
    start += taken;
  }

  /** The stream may have grown since it ended. */
  void goOn() {
    ended = failure.isPresent();
  }

  /** Many streams that grow slowly must not hold a large buffer each. */
  void shrink() {
    int rest = filled - start;
    if (bytes.length > SMALL && rest < SMALL / 2) {
      bytes = Arrays.copyOfRange(bytes, start, start + SMALL);
      start = 0;
      filled = rest;
    }
  }

  /** True when at least {@code count} zeros stand at {@code at}; reads on to know. */
  boolean hasZeros(int at, int count) {
    int from = at;
    while (filled - from < count && !ended) {
      from -= fill();
    }
    return filled - from >= count && LineScan.zerosEnd(bytes, from, from + count) == from + count;
  }
}
