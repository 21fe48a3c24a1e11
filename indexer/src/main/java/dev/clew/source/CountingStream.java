// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes of the file on disk were read. */
final class CountingStream extends FilterInputStream {
  private final LongConsumer progress;
  private long count;

  /**
   * @param progress told the number of bytes of each read
   */
  CountingStream(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  long count() {
    return count;
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
  public boolean markSupported() {
    return false;
  }

  private void add(int n) {
    count += n;
    progress.accept(n);
  }
}
