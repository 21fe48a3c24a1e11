// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.hook;

import dev.clew.change.Change;
import dev.clew.change.file.ChangeFileException;
import dev.clew.change.file.ChangeReader;
import dev.clew.change.file.RowProblem;
import dev.clew.journal.JournalException;
import dev.clew.journal.LineJournal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

  private final LineJournal journal;
  private final List<Change> kept;

  private ChangeJournal(LineJournal journal, List<Change> kept) {
    this.journal = journal;
    this.kept = List.copyOf(kept);
  }

  /**
   * Opens the journal, which need not be there, and reads it.
   *
   * @param notes takes what cannot be read of it
   * @throws IOException when it can be neither read nor made
   */
  public static ChangeJournal open(Path file, Consumer<String> notes) throws IOException {
    LineJournal journal = LineJournal.open(file, MOST_BYTES, notes);
    try {
      return new ChangeJournal(journal, read(file, journal.kept(), notes));
    } catch (IOException | RuntimeException failed) {
      journal.close();
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
  void append(List<Change> changes) {
    try {
      journal.append(changes.stream().map(ChangeLine::of).toList());
    } catch (JournalException failed) {
      throw new DeliveryException(
          failed.isFull() ? DeliveryException.Reason.FULL : DeliveryException.Reason.NOT_KEPT,
          String.valueOf(failed.getMessage()),
          failed);
    }
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }

  private static List<Change> read(Path file, List<String> lines, Consumer<String> notes)
      throws IOException {
    List<Change> changes = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    long line = 0;
    for (String row : lines) {
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
}
