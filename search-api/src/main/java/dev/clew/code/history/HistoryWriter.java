// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.GitRepository;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;

/** Takes commits into an index, on at most two threads, until all are in or time is up. */
final class HistoryWriter {
  private static final int THREADS = 2;

  /** Commits that one thread reads in a row: neighbours share most of their trees. */
  private static final int RUN = 32;

  /** After so many commits what was done is kept, so that a kill loses little. */
  private static final int COMMIT_EVERY = 4_000;

  private static final double BUFFER_MB = 48;

  private final GitRepository repository;
  private final FSDirectory directory;

  HistoryWriter(GitRepository repository, FSDirectory directory) {
    this.repository = repository;
    this.directory = directory;
  }

  /**
   * Adds those of {@code wanted} that are not in yet, in that order; the number that was added. A
   * commit that Git cannot read is left out.
   *
   * @param tips where {@code wanted} was reached from, kept when all of it was gone through
   * @throws org.apache.lucene.store.LockObtainFailedException when another process writes
   */
  int add(List<String> wanted, String tips, Duration atMost, BooleanSupplier stopped)
      throws IOException {
    long end = System.nanoTime() + atMost.toNanos();
    BooleanSupplier over = () -> stopped.getAsBoolean() || System.nanoTime() - end > 0;
    AtomicInteger added = new AtomicInteger();
    try (IndexWriter writer = new IndexWriter(directory, config());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, HistoryWriter::thread)) {
      // what another process added meanwhile is known only once this one may write
      List<String> missing = missing(wanted);
      for (int from = 0; from < missing.size() && !over.getAsBoolean(); from += COMMIT_EVERY) {
        List<String> part = missing.subList(from, Math.min(missing.size(), from + COMMIT_EVERY));
        addAll(writer, threads, part, over, added);
        mark(writer, wanted.get(0), "");
        writer.commit();
      }
      mark(writer, wanted.get(0), over.getAsBoolean() ? "" : tips);
    }
    return added.get();
  }

  private static void mark(IndexWriter writer, String witness, String tips) {
    writer.setLiveCommitData(
        Map.of(
                CacheFolder.SCHEMA_KEY,
                CacheFolder.SCHEMA,
                CacheFolder.WITNESS_KEY,
                witness,
                CacheFolder.TIPS_KEY,
                tips)
            .entrySet());
  }

  private List<String> missing(List<String> wanted) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return wanted;
    }
    try (Snapshot known = new Snapshot(DirectoryReader.open(directory))) {
      return known.missing(wanted);
    }
  }

  private void addAll(
      IndexWriter writer,
      ExecutorService threads,
      List<String> commits,
      BooleanSupplier over,
      AtomicInteger added)
      throws IOException {
    List<Future<Void>> running = new ArrayList<>();
    for (int from = 0; from < commits.size(); from += RUN) {
      List<String> run = commits.subList(from, Math.min(commits.size(), from + RUN));
      running.add(
          threads.submit(
              () -> {
                CommitDigest digest = new CommitDigest(repository);
                for (String id : run) {
                  if (over.getAsBoolean()) {
                    return null;
                  }
                  Optional<PastCommit> read = digest.read(id);
                  if (read.isPresent()) {
                    writer.addDocuments(Documents.of(read.get()));
                    added.incrementAndGet();
                  }
                }
                return null;
              }));
    }
    for (Future<Void> each : running) {
      await(each);
    }
  }

  private static void await(Future<Void> future) throws IOException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the history was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IOException(e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "clew-history");
    thread.setDaemon(true);
    return thread;
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(null);
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setUseCompoundFile(true);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setCommitOnClose(true);
    return config;
  }
}
