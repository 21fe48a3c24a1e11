// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Reads files that list changes: CSV with a header, JSON (an array, an object that holds arrays, or
 * one object a line).
 *
 * <p>Names of columns and keys are those that common systems use: {@code timestamp|time|at}, {@code
 * service}, {@code version}, {@code commit|commit_sha|sha|revision}, {@code kind|type}, {@code
 * resource}, {@code key}, {@code old|from}, {@code new|to}, {@code flag}, {@code change} (as {@code
 * off->on}), {@code by|actor|author}; case, {@code _} and {@code -} do not matter. Times are ISO
 * 8601 or seconds or milliseconds since the epoch.
 */
public final class ChangeFiles {
  private static final int SHOWN_PROBLEMS = 5;

  private ChangeFiles() {}

  /**
   * All changes of a file, oldest first; times without a zone are UTC.
   *
   * @throws ChangeFileException when the file or any row of it cannot be read; the message lists
   *     the rows
   */
  public static List<Change> read(Path file) {
    List<RowProblem> problems = new ArrayList<>();
    List<Change> changes = read(file, ZoneOffset.UTC, problems::add);
    if (!problems.isEmpty()) {
      throw new ChangeFileException(
          problems.stream()
                  .limit(SHOWN_PROBLEMS)
                  .map(RowProblem::toString)
                  .collect(Collectors.joining("; "))
              + (problems.size() > SHOWN_PROBLEMS
                  ? "; and %d more rows".formatted(problems.size() - SHOWN_PROBLEMS)
                  : ""));
    }
    return changes;
  }

  /**
   * The changes of a file that can be read, oldest first; each row that cannot goes to {@code
   * problems}.
   *
   * @param zone zone of times that name none
   * @throws ChangeFileException when the file as a whole cannot be read
   */
  public static List<Change> read(Path file, ZoneId zone, Consumer<RowProblem> problems) {
    List<Change> changes = new ArrayList<>();
    Consumer<ChangeRow> rows =
        row -> {
          try {
            changes.add(row.change(zone));
          } catch (IllegalArgumentException e) {
            problems.accept(new RowProblem(file, row.line(), e.getMessage()));
          }
        };
    try (Reader reader = open(file)) {
      if (isJson(file)) {
        JsonRows.read(
            reader, rows, (line, message) -> problems.accept(new RowProblem(file, line, message)));
      } else {
        CsvRows.read(reader, rows);
      }
    } catch (NoSuchFileException e) {
      throw new ChangeFileException("there is no change file " + file + "; check the path", e);
    } catch (UncheckedIOException | JacksonException | IOException e) {
      throw new ChangeFileException(
          "cannot read the changes in "
              + file
              + ": "
              + firstLine(e)
              + "; give CSV with a header line, or JSON",
          e);
    }
    changes.sort(Comparator.comparing(Change::time));
    return List.copyOf(changes);
  }

  private static Reader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  /** By what the file starts with, as names lie. */
  private static boolean isJson(Path file) throws IOException {
    try (Reader reader = open(file)) {
      int c = reader.read();
      while (c == '\uFEFF' || Character.isWhitespace(c)) {
        c = reader.read();
      }
      boolean named = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
      return c == '[' || c == '{' || (named && c < 0);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
