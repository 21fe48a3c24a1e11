// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.bookmark.Bookmarks;
import dev.clew.ingest.bookmark.Containers;
import dev.clew.pattern.PatternAssigner;
import dev.clew.source.InputFile;
import dev.clew.source.InputFiles;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.source.packing.Limits;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads paths into a store, several files at a time; each file is read in its order, from where an
 * earlier reading into the same store left it.
 */
public final class Ingest {
  /** The reason of the problem that a file has which was not read to its end. */
  public static final String CUT = "was not read to its end";

  private static final int MAX_THREADS = 4;

  /** So often files are looked at that were rotated while others were read. */
  private static final int ROUNDS = 3;

  private static final Duration COMMIT_PAUSE = Duration.ofSeconds(5);

  private final LogStore store;
  private final LogReader reader;
  private final PatternAssigner patterns = new PatternAssigner();
  private final InstantSource clock;
  private final int threads;

  /** Hears how far reading has come, from any thread. */
  public interface Progress {
    /**
     * @param done bytes on disk read so far, those of earlier readings included
     * @param total bytes on disk to read; 0 when unknown
     */
    void progress(long done, long total);
  }

  /**
   * @param standardInput read for the path {@code -}; not closed
   * @param clock when to commit
   */
  public Ingest(
      LogStore store, ReadSettings settings, InputStream standardInput, InstantSource clock) {
    this(store, new LogReader(settings, standardInput), clock);
  }

  /** As above, without standard input; packed files may unfold to no more than {@code limits}. */
  public Ingest(LogStore store, ReadSettings settings, Limits limits, InstantSource clock) {
    this(store, new LogReader(settings, InputStream.nullInputStream(), limits), clock);
  }

  private Ingest(LogStore store, LogReader reader, InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.clock = clock;
    this.threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Appends what is new in {@code paths} to the store and refreshes it, now and then while reading
   * and at the end.
   *
   * @throws dev.clew.store.StoreException when the store takes no more; what was refreshed before
   *     stays, and reading again goes on there
   */
  public Ledger index(List<Path> paths, Progress progress) {
    return index(paths, progress::progress, Until.NEVER);
  }

  /**
   * The same, but ends soon after {@code end} has passed: what was read until then is kept, and
   * reading again goes on there.
   */
  public Ledger index(List<Path> paths, IngestListener listener, Until end) {
    InputFiles found = reader.find(paths);
    LogReader.Progress bytes = new LogReader.Progress(found, listener);
    Map<String, String> stored = store.bookmarks();
    Resuming resuming =
        new Resuming(
            reader, new Bookmarks(stored), new Containers(stored), Identification.Patience.NONE);
    Commits commits = new Commits(store, clock, COMMIT_PAUSE);
    Map<String, Account> accounts = new ConcurrentHashMap<>(Account.of(stored));
    Supplier<Appender> appenders =
        () -> {
          Appender appender =
              new Appender(store, patterns, resuming.bookmarks(), accounts, commits, listener);
          appender.readUntil(end);
          return appender;
        };
    List<FileRow> rows = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(found.problems());
    List<InputFile> files = List.copyOf(once(found.files()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int round = 0; round < ROUNDS && !files.isEmpty() && !end.passed(); round++) {
        resuming.bookmarks().unsettle();
        List<Future<SourceReading>> readings = new ArrayList<>();
        for (InputFile file : files) {
          readings.add(pool.submit(() -> read(file, resuming, appenders.get(), bytes)));
        }
        List<InputFile> later = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
          SourceReading done = await(readings.get(i), pool);
          rows.addAll(done.rows());
          problems.addAll(done.problems());
          if (done.isLater()) {
            later.add(files.get(i));
          }
        }
        files = later;
      }
    }
    for (InputFile file : files) {
      problems.add(
          end.passed()
              ? new Problem(file.name(), CUT, "read it again to go on")
              : new Problem(file.name(), "was rotated while it was read", "index again"));
    }
    bytes.finish();
    store.refresh();
    return new Ledger(rows, problems);
  }

  private static Collection<InputFile> once(List<InputFile> files) {
    Map<String, InputFile> byPlace = new LinkedHashMap<>();
    files.forEach(file -> byPlace.putIfAbsent(Source.place(file.path(), ""), file));
    return byPlace.values();
  }

  private SourceReading read(
      InputFile file, Resuming resuming, Appender appender, LogReader.Progress bytes) {
    SourceReading reading = resuming.read(file, appender, bytes);
    appender.flush();
    return reading;
  }

  private static SourceReading await(Future<SourceReading> reading, ExecutorService pool) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted; index again", e);
    } catch (ExecutionException e) {
      pool.shutdownNow();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("reading failed", e.getCause());
    }
  }
}
