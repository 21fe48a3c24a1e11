// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Decompressed bytes, counted against {@link Limits}; fails once they are exceeded. */
public final class BoundedStream extends MeteredStream {
  private final Limits limits;
  private final LongSupplier compressed;
  private long count;

  /**
   * @param compressed how many bytes of the file were read so far
   */
  public BoundedStream(InputStream in, Limits limits, LongSupplier compressed) {
    super(in);
    this.limits = limits;
    this.compressed = compressed;
  }

  @Override
  void passed(int bytes) throws IOException {
    count += bytes;
    if (count > limits.bytes()) {
      throw new LimitException("unfolds to more than " + limits.bytes() + " bytes");
    }
    if (count > Limits.GRACE && count / limits.ratio() > Math.max(1, compressed.getAsLong())) {
      throw new LimitException("unfolds to more than " + limits.ratio() + " times its size");
    }
  }
}
