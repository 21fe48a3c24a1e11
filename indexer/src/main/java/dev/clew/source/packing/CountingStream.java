// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes of the file on disk were read. */
public final class CountingStream extends MeteredStream {
  private final LongConsumer progress;
  private long count;

  /**
   * @param progress told the number of bytes of each read
   */
  public CountingStream(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  /** Bytes read so far. */
  public long count() {
    return count;
  }

  /** Goes past bytes without reading them where the file allows that. */
  @Override
  public long skip(long n) throws IOException {
    long skipped = in.skip(n);
    count += skipped;
    progress.accept(skipped);
    return skipped;
  }

  @Override
  void passed(int bytes) {
    count += bytes;
    progress.accept(bytes);
  }
}
