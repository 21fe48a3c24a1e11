// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that stays open when its reader is closed: whoever opened it closes it. */
public final class Unclosed extends FilterInputStream {
  public Unclosed(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return in.read(buffer, offset, length);
  }

  @Override
  public void close() {
    // not ours
  }
}
