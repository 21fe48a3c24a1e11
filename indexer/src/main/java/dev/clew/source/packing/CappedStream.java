// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;

/** A stream that may give so many bytes and no more, for files that have no size of their own. */
public final class CappedStream extends MeteredStream {
  private final long most;
  private long count;

  /**
   * @param most bytes after which reading fails
   */
  public CappedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  void passed(int bytes) throws IOException {
    count += bytes;
    if (count > most) {
      throw new LimitException("goes on after " + most + " bytes though its size is given as 0");
    }
  }
}
