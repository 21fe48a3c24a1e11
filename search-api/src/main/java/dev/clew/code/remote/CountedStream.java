// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the guard of every byte that comes, and counts refs while they are advertised. */
final class CountedStream extends FilterInputStream {
  /** Bytes that a ref may have on average: its id, its length and a name of usual length. */
  private static final int PER_REF = 256;

  private final Guard guard;
  private final boolean refs;
  private long lines;
  private long bytes;

  CountedStream(InputStream in, Guard guard, boolean refs) {
    super(in);
    this.guard = guard;
    this.refs = refs;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int got = in.read(buffer, from, length);
    if (got > 0) {
      guard.count(got);
      if (refs) {
        count(buffer, from, got);
      }
    }
    return got;
  }

  private void count(byte[] buffer, int from, int got) throws FetchRefused {
    bytes += got;
    for (int i = from; i < from + got; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
    int most = guard.limits().refs();
    if (lines > most || bytes > (long) most * PER_REF + 65_536) {
      throw new FetchRefused("it advertises more than %,d refs".formatted(most));
    }
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] buffer = new byte[(int) Math.min(8_192, Math.max(0, wanted))];
    return Math.max(0, read(buffer, 0, buffer.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
