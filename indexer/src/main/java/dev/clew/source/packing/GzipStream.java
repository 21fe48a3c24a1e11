// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of all members of a gzip file, one after the other (RFC 1952). Zeros after the last
 * member are padding; anything else there is an error, as are a member that breaks off and one
 * whose checksum is wrong. Whatever was decompressed before an error has been delivered by then.
 */
final class GzipStream extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[BUFFER];
  private int at;
  private int filled;
  private boolean ended;

  GzipStream(InputStream in) throws IOException {
    this.in = in;
    header(required());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      int read = inflate(bytes, offset, length);
      if (read > 0) {
        crc.update(bytes, offset, read);
        return read;
      }
      if (inflater.finished()) {
        at = filled - inflater.getRemaining();
        trailer();
        nextMember();
      } else if (inflater.needsDictionary()) {
        throw new IOException("needs a dictionary");
      } else {
        fill();
        inflater.setInput(input, 0, filled);
      }
    }
    return ended ? -1 : 0;
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new IOException("the gzip data is corrupt: " + e.getMessage(), e);
    }
  }

  private void trailer() throws IOException {
    long checksum = number(4);
    long size = number(4);
    if (checksum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("the gzip checksum is wrong");
    }
  }

  private void nextMember() throws IOException {
    int next = next();
    while (next == 0) {
      next = next();
    }
    if (next < 0) {
      ended = true;
      return;
    }
    inflater.reset();
    crc.reset();
    header(next);
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || next() != 0x8b) {
      throw new IOException("bytes that are not gzip follow the gzip data");
    }
    int method = required();
    int flags = required();
    skip(6);
    if (method != 8) {
      throw new IOException("the gzip data is packed in an unknown way");
    }
    if ((flags & EXTRA) != 0) {
      skip((int) number(2));
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    inflater.setInput(input, at, filled - at);
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      required();
    }
  }

  private void skipText(int flag) throws IOException {
    while (flag != 0 && required() != 0) {
      // up to the zero that ends it
    }
  }

  private long number(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) required() << (8 * i);
    }
    return value;
  }

  private int required() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException("the gzip data breaks off");
    }
    return next;
  }

  private int next() throws IOException {
    if (at == filled) {
      int read = in.read(input, 0, input.length);
      if (read < 0) {
        return -1;
      }
      at = 0;
      filled = read;
      return read == 0 ? next() : input[at++] & 0xff;
    }
    return input[at++] & 0xff;
  }

  private void fill() throws IOException {
    int read = in.read(input, 0, input.length);
    if (read < 0) {
      throw new EOFException("the gzip data breaks off");
    }
    at = 0;
    filled = read;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
