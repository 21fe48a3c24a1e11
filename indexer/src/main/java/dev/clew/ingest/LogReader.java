// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.format.Formats;
import dev.clew.ingest.rule.RuleFile;
import dev.clew.source.InputFile;
import dev.clew.source.InputFiles;
import dev.clew.source.Problem;
import dev.clew.source.SourceOpener;
import dev.clew.source.packing.Limits;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads files, folders, archives and standard input into events: file by file, in order, in the
 * caller's thread. Thread-safe.
 */
public final class LogReader {
  private static final long PROGRESS_STEP = 1 << 20;

  private final ReadSettings settings;
  private final Formats formats = new Formats();
  private final SourceOpener opener;

  /** A reader for which standard input is empty. */
  public LogReader(ReadSettings settings) {
    this(settings, InputStream.nullInputStream());
  }

  /**
   * @param standardInput read for the path {@code -}; not closed
   */
  public LogReader(ReadSettings settings, InputStream standardInput) {
    this(settings, standardInput, Limits.DEFAULT);
  }

  LogReader(ReadSettings settings, InputStream standardInput, Limits limits) {
    this.settings = settings;
    this.opener = new SourceOpener(limits, standardInput);
  }

  /**
   * Reads {@code paths}, telling {@code listener} of all that is found. What cannot be read is in
   * the ledger, not thrown.
   */
  public Ledger read(List<Path> paths, ReadListener listener) {
    InputFiles found = find(paths);
    Progress progress = new Progress(found, listener::progress);
    List<FileRow> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(found.problems());
    for (InputFile file : found.files()) {
      SourceReading reading = read(file, listener, progress);
      rows.addAll(reading.rows());
      problems.addAll(reading.problems());
    }
    progress.finish();
    return new Ledger(rows, problems);
  }

  InputFiles find(List<Path> paths) {
    InputFiles found = InputFiles.find(paths, settings.now());
    return new InputFiles(
        found.files().stream().filter(file -> !file.name().equals(RuleFile.NAME)).toList(),
        found.problems());
  }

  /** A reading of one file's sources that was not begun. */
  SourceReading reading(Standings standings, ReadListener listener, Checkpoints checkpoints) {
    return new SourceReading(formats, settings, standings, listener, checkpoints);
  }

  SourceOpener opener() {
    return opener;
  }

  SourceReading read(InputFile file, ReadListener listener, Progress progress) {
    SourceReading reading = reading(Standings.UNKNOWN, listener, Checkpoints.NONE);
    opener.open(file, reading, progress::add);
    return checked(file, reading);
  }

  /** Names a file in which nothing was found. */
  static SourceReading checked(InputFile file, SourceReading reading) {
    if (reading.isNothing()) {
      reading.problem(new Problem(file.name(), "holds no readable file", "check the archive"));
    }
    return reading;
  }

  /** Bytes read of all files, told in steps. Thread-safe. */
  static final class Progress {
    private final AtomicLong done = new AtomicLong();
    private final long total;
    private final Ingest.Progress listener;

    Progress(InputFiles files, Ingest.Progress listener) {
      this.total = files.files().stream().mapToLong(InputFile::size).sum();
      this.listener = listener;
    }

    void add(long bytes) {
      long after = done.addAndGet(bytes);
      if (after / PROGRESS_STEP != (after - bytes) / PROGRESS_STEP) {
        listener.progress(after, total);
      }
    }

    void finish() {
      listener.progress(done.get(), total);
    }
  }
}
