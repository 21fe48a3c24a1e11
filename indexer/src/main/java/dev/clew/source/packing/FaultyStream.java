// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a decompressor gives of data that may be damaged: all that comes before a fault, then the
 * fault, again and again. Whatever a decompressor throws on bad data is a fault in words.
 */
final class FaultyStream extends InputStream {
  private final InputStream in;
  private final boolean singly;
  private @Nullable IOException fault;

  /**
   * @param singly that a read of several bytes loses those before a fault, so that they are to be
   *     read one by one
   */
  FaultyStream(InputStream in, boolean singly) {
    this.in = in;
    this.singly = singly;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (fault == null) {
      int read = readUpToFault(bytes, offset, length);
      if (fault == null || read > 0) {
        return read;
      }
    }
    throw fault;
  }

  private int readUpToFault(byte[] bytes, int offset, int length) {
    int count = 0;
    try {
      if (!singly) {
        return in.read(bytes, offset, length);
      }
      int next = 0;
      while (count < length && next >= 0) {
        next = in.read();
        if (next >= 0) {
          bytes[offset + count++] = (byte) next;
        }
      }
      return count == 0 && length > 0 ? -1 : count;
    } catch (IOException e) {
      fault = Decompression.explained(e);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      fault = new IOException("the packed data is corrupt", e);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
