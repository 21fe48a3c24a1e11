// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that learns of every byte that passes, skipped ones included. */
abstract sealed class MeteredStream extends FilterInputStream
    permits BoundedStream, CountingStream, HeaderGuard, CappedStream {
  private static final int SKIP = 8192;

  MeteredStream(InputStream in) {
    super(in);
  }

  /** {@code bytes} more have passed; may end the reading. */
  abstract void passed(int bytes) throws IOException;

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      passed(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      passed(read);
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] sink = new byte[(int) Math.min(SKIP, Math.max(0, n))];
    return Math.max(0, read(sink, 0, sink.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
