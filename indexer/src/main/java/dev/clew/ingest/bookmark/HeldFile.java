// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * A file that others may truncate and write anew while it is read: all bytes that come from here
 * are of the content that was there first. Each read is followed by a look at whether the file
 * still starts as it did and still holds the bytes that were read last; when it does not, what was
 * just read is not told, and nothing ever is again. Not thread-safe.
 */
public final class HeldFile implements SeekableByteChannel {
  private final SeekableByteChannel file;
  private final byte[] head = new byte[Fingerprint.MOST];
  private int headLength;
  private byte[] last = new byte[0];
  private long position;
  private boolean rewritten;

  /**
   * @param file at its start; closed with this
   */
  public HeldFile(SeekableByteChannel file) {
    this.file = file;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (rewritten) {
      return -1;
    }
    int start = into.position();
    file.position(position);
    int count = file.read(into);
    if (isRewritten()) {
      into.position(start);
      return -1;
    }
    if (count > 0) {
      ByteBuffer read = into.duplicate().position(start).limit(start + count);
      remember(read);
      position += count;
    }
    return count;
  }

  private void remember(ByteBuffer read) {
    if (headLength == position && headLength < head.length) {
      int taken = Math.min(read.remaining(), head.length - headLength);
      read.get(read.position(), head, headLength, taken);
      headLength += taken;
    }
    int more = Math.min(read.remaining(), Fingerprint.MOST);
    int kept = Math.min(last.length, Fingerprint.MOST - more);
    byte[] bytes = Arrays.copyOfRange(last, last.length - kept, last.length + more);
    read.get(read.limit() - more, bytes, kept, more);
    last = bytes;
  }

  /** True when the file no longer starts with all that was read of it. */
  public boolean isRewritten() throws IOException {
    rewritten =
        rewritten
            || file.size() < position
            || !isThere(0, head, headLength)
            || !isThere(position - last.length, last, last.length);
    return rewritten;
  }

  /** True when {@code other} starts with all that was read here. */
  public boolean isStartOf(HeldFile other) throws IOException {
    return other.isThere(0, head, headLength)
        && other.isThere(position - last.length, last, last.length);
  }

  private boolean isThere(long from, byte[] bytes, int length) throws IOException {
    ByteBuffer there = ByteBuffer.allocate(length);
    file.position(from);
    while (there.hasRemaining() && file.read(there) >= 0) {
      // until all are there, or no more
    }
    return !there.hasRemaining() && Arrays.equals(there.array(), 0, length, bytes, 0, length);
  }

  @Override
  public long position() {
    return position;
  }

  /** Goes to {@code next}: what is passed over is not remembered. */
  @Override
  public SeekableByteChannel position(long next) {
    if (next != position) {
      position = next;
      last = new byte[0];
    }
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }
}
