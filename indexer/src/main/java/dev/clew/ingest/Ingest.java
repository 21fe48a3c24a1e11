// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;
import dev.clew.pattern.PatternAssigner;
import dev.clew.source.InputFile;
import dev.clew.source.InputFiles;
import dev.clew.source.Problem;
import dev.clew.store.LogStore;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads paths into a store, several files at a time; each file is read in its order. */
public final class Ingest {
  private static final int BATCH = 1000;
  private static final int MAX_THREADS = 4;

  private final LogStore store;
  private final LogReader reader;
  private final PatternAssigner patterns = new PatternAssigner();
  private final int threads;

  /** Hears how far reading has come, from any thread. */
  public interface Progress {
    /**
     * @param done bytes on disk read so far
     * @param total bytes on disk to read; 0 when unknown
     */
    void progress(long done, long total);
  }

  /** An ingest for which standard input is empty. */
  public Ingest(LogStore store, ReadSettings settings) {
    this(store, settings, InputStream.nullInputStream());
  }

  /**
   * @param standardInput read for the path {@code -}; not closed
   */
  public Ingest(LogStore store, ReadSettings settings, InputStream standardInput) {
    this.store = store;
    this.reader = new LogReader(settings, standardInput);
    this.threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Appends all events of {@code paths} to the store and refreshes it.
   *
   * @throws dev.clew.store.StoreException when the store takes no more
   */
  public Ledger index(List<Path> paths, Progress progress) {
    InputFiles found = reader.find(paths);
    LogReader.Progress bytes =
        new LogReader.Progress(found, new Appender(store, patterns, progress));
    List<FileRow> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(found.problems());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<SourceReading>> readings = new ArrayList<>();
      for (InputFile file : found.files()) {
        readings.add(pool.submit(() -> read(file, bytes, progress)));
      }
      try {
        for (Future<SourceReading> reading : readings) {
          SourceReading done = await(reading);
          rows.addAll(done.rows());
          problems.addAll(done.problems());
        }
      } catch (RuntimeException e) {
        pool.shutdownNow();
        throw e;
      }
    }
    bytes.finish();
    store.refresh();
    return new Ledger(rows, problems);
  }

  private SourceReading read(InputFile file, LogReader.Progress bytes, Progress progress) {
    Appender appender = new Appender(store, patterns, progress);
    SourceReading reading = reader.read(file, appender, bytes);
    appender.flush();
    return reading;
  }

  private static SourceReading await(Future<SourceReading> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted; index again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("reading failed", e.getCause());
    }
  }

  private static final class Appender implements ReadListener {
    private final LogStore store;
    private final PatternAssigner patterns;
    private final Progress progress;
    private final List<LogEvent> batch = new ArrayList<>(BATCH);

    Appender(LogStore store, PatternAssigner patterns, Progress progress) {
      this.store = store;
      this.patterns = patterns;
      this.progress = progress;
    }

    @Override
    public void event(LogEvent event, String format) {
      batch.add(event.withPattern(patterns.assign(event)));
      if (batch.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (!batch.isEmpty()) {
        store.append(List.copyOf(batch));
        batch.clear();
      }
    }

    @Override
    public void rejected(Rejection rejection) {
      // counted in the ledger
    }

    @Override
    public void progress(long done, long total) {
      progress.progress(done, total);
    }
  }
}
