// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import dev.clew.change.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files that tell of changes, whose kind is told by their content (see {@link ChangeKind}):
 * CSV with a header, JSON (an array, an object that holds arrays, or one object a line), and the
 * reports of Ansible, Puppet and Chef.
 *
 * <p>Names of columns and keys are those that common systems use: {@code timestamp|time|at}, {@code
 * service}, {@code version}, {@code commit|commit_sha|sha|revision}, {@code kind|type}, {@code
 * resource}, {@code key}, {@code old|from}, {@code new|to}, {@code flag}, {@code change} (as {@code
 * off->on}), {@code by|actor|author}; case, {@code _} and {@code -} do not matter. Times are ISO
 * 8601 or seconds or milliseconds since the epoch.
 */
public final class ChangeFiles {
  /** All changes of a file are held at once, so it is refused before it is read. */
  private static final long MOST_BYTES = 512L * 1024 * 1024;

  private ChangeFiles() {}

  /**
   * The changes of a file that can be read, oldest first; each row that cannot, and what else
   * people should know, goes to {@code problems}.
   *
   * @param zone zone of times that name none
   * @throws ChangeFileException when the file as a whole cannot be read
   */
  public static List<Change> read(Path file, ZoneId zone, Consumer<RowProblem> problems) {
    try {
      return ChangeReader.read(() -> open(file), file.toString(), zone, problems);
    } catch (NoSuchFileException e) {
      throw new ChangeFileException("there is no change file " + file + "; check the path", e);
    } catch (IOException e) {
      throw ChangeFileException.unreadable(file.toString(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("it holds more than %d bytes; give it in parts".formatted(MOST_BYTES));
    }
    return Files.newInputStream(file);
  }
}
