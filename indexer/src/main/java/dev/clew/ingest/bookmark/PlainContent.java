// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** The bytes of a file that is not compressed, looked at in any order. Not thread-safe. */
public record PlainContent(SeekableByteChannel file) {

  /** The first bytes, at most {@code most}. */
  public byte[] head(int most) throws IOException {
    return read(0, most);
  }

  /** True when the file starts with all that was read up to {@code bookmark}. */
  public boolean agrees(Bookmark bookmark) throws IOException {
    if (file.size() < bookmark.offset()) {
      return false;
    }
    int tail = bookmark.tail().length();
    return Fingerprint.of(read(0, bookmark.head().length())).equals(bookmark.head())
        && Fingerprint.of(read(bookmark.offset() - tail, tail)).equals(bookmark.tail());
  }

  /** True when {@code other} starts with all that is here, as far as both ends of it tell. */
  public boolean isStartOf(PlainContent other) throws IOException {
    long size = file.size();
    int last = (int) Math.min(size, Fingerprint.MOST);
    return other.file.size() >= size
        && Arrays.equals(head(Fingerprint.MOST), other.head(last))
        && Arrays.equals(read(size - last, last), other.read(size - last, last));
  }

  private byte[] read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // until all are there, or no more
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
