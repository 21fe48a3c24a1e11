// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.packing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files in a tar archive. */
final class TarMembers implements Members {
  private static final int BLOCK = 512;

  private final BufferedInputStream in;
  private final Limits limits;
  private final LongSupplier disk;
  private HeaderGuard guard;
  private TarArchiveInputStream tar;
  private InputStream content;
  private boolean open;

  TarMembers(BufferedInputStream in, Limits limits, LongSupplier disk) {
    this.in = in;
    this.limits = limits;
    this.disk = disk;
    guard = new HeaderGuard(new Unclosed(in), limits.header());
    tar = tar(guard);
    content = new BoundedStream(tar, limits, disk);
  }

  private static TarArchiveInputStream tar(InputStream in) {
    return new TarArchiveInputStream(in, BLOCK, BLOCK, StandardCharsets.UTF_8.name(), true);
  }

  @Override
  public @Nullable Member next() throws IOException {
    while (true) {
      TarArchiveEntry entry = entry();
      if (entry != null) {
        open = true;
        if (isFile(entry)) {
          return member(entry);
        }
      } else if (!findFurther()) {
        return null;
      }
    }
  }

  private @Nullable TarArchiveEntry entry() throws IOException {
    if (open) {
      Members.drain(content);
      open = false;
    }
    guard.headerStarts();
    try {
      return tar.getNextEntry();
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IOException("has a header that makes no sense", e);
    } finally {
      guard.contentStarts();
    }
  }

  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isDirectory();
  }

  private Member member(TarArchiveEntry entry) {
    Instant modified = entry.getLastModifiedTime().toInstant();
    return new Member(
        entry.getName(),
        modified.getEpochSecond() > 0 ? modified : null,
        tar.canReadEntryData(entry) ? null : "is packed in an unknown way",
        new Unclosed(content));
  }

  /** True when another archive follows, after zeros. Reads up to it or to the end. */
  private boolean findFurther() throws IOException {
    byte[] block = new byte[BLOCK];
    while (true) {
      in.mark(BLOCK);
      int length = in.readNBytes(block, 0, BLOCK);
      if (length == 0) {
        return false;
      }
      if (Wrapping.of(block, length) == Wrapping.TAR) {
        in.reset();
        guard = new HeaderGuard(new Unclosed(in), limits.header());
        tar = tar(guard);
        content = new BoundedStream(tar, limits, disk);
        return true;
      }
      if (!isZero(block, length)) {
        throw new IOException("bytes that are not tar follow the archive");
      }
    }
  }

  private static boolean isZero(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
