// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import dev.clew.change.file.ChangeFileException;
import dev.clew.change.file.ChangeReader;
import dev.clew.change.file.RowProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file that keeps changes, one a line, and only grows. What was appended is on the disk when
 * {@link #append} returns; a line that a crash cut off was never acknowledged and is dropped, which
 * is said.
 */
public final class ChangeJournal implements AutoCloseable {
  /** The file's name in the folder of an index. */
  public static final String NAME = "changes.jsonl";

  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private final Path file;
  private final FileChannel channel;
  private final List<Change> kept;

  private ChangeJournal(Path file, FileChannel channel, List<Change> kept) {
    this.file = file;
    this.channel = channel;
    this.kept = List.copyOf(kept);
  }

  /**
   * Opens the journal, which need not be there, and reads it.
   *
   * @param notes takes what cannot be read of it
   * @throws IOException when it can be neither read nor made
   */
  public static ChangeJournal open(Path file, Consumer<String> notes) throws IOException {
    boolean made = !Files.exists(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (made) {
        forceFolder(file);
      }
      byte[] bytes = Files.readAllBytes(file);
      int whole = bytes.length;
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      if (whole < bytes.length) {
        notes.accept(
            "%s: the last line was cut off by a crash before it was acknowledged; its %d bytes are dropped"
                .formatted(file, bytes.length - whole));
        channel.truncate(whole);
        channel.force(true);
      }
      channel.position(whole);
      String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      return new ChangeJournal(file, channel, read(file, text, notes));
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** What the journal held when it was opened. */
  List<Change> kept() {
    return kept;
  }

  /**
   * Keeps {@code changes}, all of them or none.
   *
   * @throws DeliveryException when there is no room, or the disk fails
   */
  synchronized void append(List<Change> changes) {
    StringBuilder lines = new StringBuilder();
    changes.forEach(change -> lines.append(ChangeLine.of(change)).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    try {
      long before = channel.position();
      if (before + bytes.remaining() > MOST_BYTES) {
        throw new DeliveryException(
            DeliveryException.Reason.FULL,
            "%s holds %d bytes, which is all it may; move it away while clew is not running"
                .formatted(file.getFileName(), before));
      }
      write(bytes, before);
    } catch (IOException failed) {
      throw new DeliveryException(
          DeliveryException.Reason.NOT_KEPT,
          "the changes could not be written to %s: %s"
              .formatted(file.getFileName(), failed.getMessage()),
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

  private static List<Change> read(Path file, String text, Consumer<String> notes)
      throws IOException {
    List<Change> changes = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    long line = 0;
    for (String row : text.lines().toList()) {
      line++;
      byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
      int before = problems.size();
      try {
        changes.addAll(
            ChangeReader.read(
                () -> new ByteArrayInputStream(bytes), file.toString(), Told.ZONE, problems::add));
      } catch (ChangeFileException unreadable) {
        notes.accept("%s:%d: %s".formatted(file, line, unreadable.getMessage()));
      }
      if (problems.size() > before) {
        notes.accept("%s:%d: %s".formatted(file, line, problems.getLast().message()));
      }
    }
    return changes;
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
