// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Decompressed bytes, counted against {@link Limits}; fails once they are exceeded. */
final class BoundedStream extends FilterInputStream {
  private final Limits limits;
  private final LongSupplier compressed;
  private long count;

  /**
   * @param compressed how many bytes of the file were read so far
   */
  BoundedStream(InputStream in, Limits limits, LongSupplier compressed) {
    super(in);
    this.limits = limits;
    this.compressed = compressed;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      add(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      add(read);
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] sink = new byte[(int) Math.min(8192, Math.max(0, n))];
    int read = read(sink, 0, sink.length);
    return Math.max(0, read);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void add(int n) throws IOException {
    count += n;
    if (count > limits.bytes()) {
      throw new IOException("unfolds to more than " + limits.bytes() + " bytes");
    }
    if (count > Limits.GRACE && count / limits.ratio() > Math.max(1, compressed.getAsLong())) {
      throw new IOException("unfolds to more than " + limits.ratio() + " times its size");
    }
  }
}
