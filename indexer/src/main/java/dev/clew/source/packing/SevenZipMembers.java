// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** The files in a 7-Zip archive, which is read from both of its ends. */
final class SevenZipMembers implements Members {
  private final SevenZFile archive;
  private final InputStream content;

  SevenZipMembers(SeekableByteChannel file, Limits limits) throws IOException {
    long size = file.size();
    archive = open(file, limits);
    content = new BoundedStream(new Current(), limits, () -> size);
  }

  private static SevenZFile open(SeekableByteChannel file, Limits limits) throws IOException {
    try {
      return SevenZFile.builder()
          .setSeekableByteChannel(file)
          .setMaxMemoryLimitKiB(limits.memory() >> 10)
          .get();
    } catch (PasswordRequiredException e) {
      throw new IOException("is encrypted", e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IOException("has a header that makes no sense", e);
    }
  }

  @Override
  public @Nullable Member next() throws IOException {
    SevenZArchiveEntry entry = entry();
    while (entry != null && (entry.isDirectory() || entry.isAntiItem())) {
      entry = entry();
    }
    if (entry == null) {
      return null;
    }
    String name = entry.getName() == null ? "" : entry.getName();
    return new Member(
        name,
        entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toInstant() : null,
        null,
        new Unclosed(content));
  }

  private @Nullable SevenZArchiveEntry entry() throws IOException {
    try {
      return archive.getNextEntry();
    } catch (PasswordRequiredException e) {
      throw new IOException("is encrypted", e);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private final class Current extends InputStream {
    @Override
    public int read() throws IOException {
      return archive.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return archive.read(bytes, offset, length);
    }
  }
}
