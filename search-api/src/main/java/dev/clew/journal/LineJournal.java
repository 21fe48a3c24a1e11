// SPDX-License-Identifier: Apache-2.0
package dev.clew.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of lines that only grows. What was appended is on the disk when {@link #append} returns; a
 * line that a crash cut off was never acknowledged and is dropped, which is said. Thread-safe.
 */
public final class LineJournal implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final List<String> kept;
  private final long most;

  private LineJournal(Path file, FileChannel channel, List<String> kept, long most) {
    this.file = file;
    this.channel = channel;
    this.kept = kept;
    this.most = most;
  }

  /**
   * Opens the journal, which need not be there, and reads it.
   *
   * @param most bytes that it may hold
   * @param notes takes what cannot be read of it
   * @throws IOException when it can be neither read nor made
   */
  public static LineJournal open(Path file, long most, Consumer<String> notes) throws IOException {
    boolean made = !Files.exists(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (made) {
        forceFolder(file);
      }
      byte[] bytes = Files.readAllBytes(file);
      int whole = whole(bytes);
      if (whole < bytes.length) {
        notes.accept(
            "%s: the last line was cut off by a crash before it was acknowledged; its %d bytes are dropped"
                .formatted(file, bytes.length - whole));
        channel.truncate(whole);
        channel.force(true);
      }
      channel.position(whole);
      return new LineJournal(file, channel, lines(bytes, whole), most);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /**
   * The whole lines of a journal that another process may hold open; none when there is no file.
   *
   * @throws IOException when it cannot be read
   */
  public static List<String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(file);
    return lines(bytes, whole(bytes));
  }

  /** What the journal held when it was opened. */
  public List<String> kept() {
    return kept;
  }

  /**
   * Keeps {@code lines}, all of them or none.
   *
   * @throws JournalException when there is no room, or the disk fails
   */
  public synchronized void append(List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try {
      long before = channel.position();
      if (before + bytes.remaining() > most) {
        throw new JournalException(
            true,
            "%s holds %d bytes, which is all it may; move it away while clew is not running"
                .formatted(file.getFileName(), before),
            null);
      }
      write(bytes, before);
    } catch (IOException failed) {
      throw new JournalException(
          false,
          "it could not be written to %s: %s".formatted(file.getFileName(), failed.getMessage()),
          failed);
    }
  }

  private void write(ByteBuffer bytes, long before) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException failed) {
      // a half line would be taken for damage later
      channel.truncate(before);
      channel.position(before);
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static int whole(byte[] bytes) {
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    return whole;
  }

  private static List<String> lines(byte[] bytes, int whole) {
    return new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
  }

  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
        entry.force(true);
      }
    }
  }
}
