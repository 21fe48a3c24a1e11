// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.GitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;

/** The folder that holds the mirror of one address, and what is known about it. */
final class Mirror {
  private static final String FETCHED = "clew-fetched";

  private final Path folder;

  private Mirror(Path folder) {
    this.folder = folder;
  }

  /** The mirror of an address below {@code cache}; it need not be there. */
  static Mirror of(Path cache, Address address) {
    return new Mirror(cache.resolve("mirrors").resolve(hash(address.text()) + ".git"));
  }

  Path folder() {
    return folder;
  }

  /** When it was last fetched whole; empty when it never was. */
  Optional<Instant> fetched() {
    Path file = folder.resolve(FETCHED);
    try {
      return Files.isRegularFile(file) && Files.size(file) < 100
          ? Optional.of(Instant.parse(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  void fetched(Instant when) throws IOException {
    Files.writeString(folder.resolve(FETCHED), when + "\n");
  }

  /** Makes the folder; others may not look into it, whatever the repository holds. */
  void make() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Work under a lock that holds between processes. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * Runs {@code work} alone.
   *
   * @throws GitException when another process works on the mirror
   */
  void alone(Work work) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("clew-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw busy();
      }
      clean();
      work.run();
    } catch (OverlappingFileLockException e) {
      throw busy();
    }
  }

  private static FetchRefused busy() {
    return new FetchRefused("another fetch of it is under way; wait for it");
  }

  /** What a fetch that was killed left behind. */
  private void clean() throws IOException {
    Path objects = folder.resolve("objects");
    for (Path place : new Path[] {objects, objects.resolve("pack")}) {
      if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, "incoming_*")) {
          for (Path file : left) {
            Files.deleteIfExists(file);
          }
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
