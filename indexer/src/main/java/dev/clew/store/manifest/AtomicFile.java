// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small files that are there whole or not at all, also after the power was cut. */
public final class AtomicFile {
  private static final String DRAFT = ".new";

  private AtomicFile() {}

  /** Makes {@code bytes} the content of {@code file}; forced to disk when this returns. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT);
    // a draft that could not be forced to disk may never be forced again: it is made anew
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(file.toAbsolutePath().getParent());
  }

  /** Lets {@code copy} be a second name of {@code file} as it is now, when there is such a file. */
  static void keep(Path file, Path copy) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Path draft = copy.resolveSibling(copy.getFileName() + DRAFT);
    Files.deleteIfExists(draft);
    try {
      Files.createLink(draft, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // not every file system knows second names
      Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Forces the names in {@code folder} to disk. */
  public static void force(Path folder) throws IOException {
    if (File.separatorChar == '\\') {
      // Windows keeps names in order by itself, and refuses
      return;
    }
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
