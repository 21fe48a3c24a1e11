// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.intake.IntakeException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where files lie from the first byte that is received until the last is read, each in a folder of
 * its own; and how much room they may take. Thread-safe.
 */
final class UploadFolder {
  private final Path root;
  private final IntakeLimits limits;
  private long held;

  /**
   * @param root made when it is needed; what a killed process left in it is removed
   */
  UploadFolder(Path root, IntakeLimits limits) throws IOException {
    this.root = root;
    this.limits = limits;
    delete(root);
  }

  /**
   * Room for a file.
   *
   * @param id names its folder
   * @throws IntakeException when there is none
   */
  Upload open(String id, Handed handed) {
    if (handed.length() > limits.upload()) {
      throw tooLarge();
    }
    return new Upload(this, root.resolve(id), handed);
  }

  /** Most bytes of one file. */
  long most() {
    return limits.upload();
  }

  IntakeException tooLarge() {
    return new IntakeException(
        Reason.TOO_LARGE, "the file holds more than %,d bytes".formatted(limits.upload()));
  }

  /**
   * Sets {@code bytes} more apart.
   *
   * @throws IntakeException when there is no room
   */
  synchronized void reserve(long bytes) {
    if (held + bytes > limits.held()) {
      throw new IntakeException(
          Reason.NO_ROOM,
          "files of %,d bytes are not read yet, and %,d may be".formatted(held, limits.held()));
    }
    long free = free();
    if (free - bytes < limits.spare()) {
      throw new IntakeException(
          Reason.NO_ROOM,
          "the disk of the index has %,d bytes free, of which %,d stay so"
              .formatted(free, limits.spare()));
    }
    held += bytes;
  }

  synchronized void release(long bytes) {
    held -= bytes;
  }

  private long free() {
    try {
      Files.createDirectories(root);
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException unknown) {
      throw new IntakeException(
          Reason.NOT_KEPT, "the disk does not say what is free: " + unknown.getMessage(), unknown);
    }
  }

  /** Removes a folder of ours with all in it; links are not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
