// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Room on the disk that is kept for commits and expiry: a file that is deleted when they would not
 * fit otherwise. Until it is back, no events are taken. {@link #trouble} is thread-safe.
 */
public final class Reserve {
  private static final String FILE = "reserve";
  private static final String FULL = "No space left on device";
  private static final String QUOTA = "Disk quota exceeded";
  private static final long LEAST = 1L << 20;

  /** So small a part of the disk may be held, and so small a part of what is stored. */
  private static final int PART_OF_DISK = 64;

  private static final int PART_OF_STORE = 4;
  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final long most;
  private final FileStore disk;
  private long held;
  private volatile boolean full;

  /**
   * Takes over the room that a store in {@code folder} held before.
   *
   * @param most bytes; a small disk keeps less
   */
  public Reserve(Path folder, long most) throws IOException {
    this.file = folder.resolve(FILE);
    this.disk = Files.getFileStore(folder);
    this.most = Math.min(most, disk.getTotalSpace() / PART_OF_DISK);
    this.held = Files.exists(file) ? Files.size(file) : 0;
  }

  /** True when {@code failure} says that a disk is full. */
  public static boolean isFull(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof IOException
          && message != null
          && (message.contains(FULL) || message.contains(QUOTA))) {
        return true;
      }
    }
    return false;
  }

  /** What to say while no events are taken. */
  public Optional<String> trouble() {
    return full
        ? Optional.of(
            "the disk is full: free some space, or expire older events; it goes on by itself")
        : Optional.empty();
  }

  /**
   * Makes sure that what is taken now can be committed.
   *
   * @throws IOException when there is too little room for that
   */
  public void takeEvents() throws IOException {
    if (full) {
      if (disk.getUsableSpace() < 2 * wanted(held)) {
        throw new IOException(FULL);
      }
      hold(held);
      full = false;
    }
  }

  /** Makes room for a commit. */
  public void beforeCommit() throws IOException {
    if (held > 0 && disk.getUsableSpace() < held) {
      release();
    }
  }

  /** Something could not be written: nothing more is taken until there is room. */
  public void fill() throws IOException {
    release();
  }

  /** Holds as much as a store of {@code bytes} needs. */
  public void afterCommit(long bytes) throws IOException {
    long wanted = wanted(bytes / PART_OF_STORE);
    // growing it each time would cost more than it is worth
    if (!full && wanted > 0 && held < wanted - wanted / 2) {
      try {
        hold(wanted);
      } catch (IOException e) {
        // what was committed stays; what cannot be held now is asked for before events are taken
        release();
      }
    }
  }

  private long wanted(long bytes) {
    return Math.min(most, Math.max(LEAST, bytes));
  }

  private void release() throws IOException {
    full = true;
    Files.deleteIfExists(file);
  }

  private void hold(long bytes) throws IOException {
    long size = wanted(bytes);
    ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long at = channel.size();
      while (at < size) {
        zeros.clear().limit((int) Math.min(BLOCK, size - at));
        at += channel.write(zeros, at);
      }
    }
    held = size;
  }
}
