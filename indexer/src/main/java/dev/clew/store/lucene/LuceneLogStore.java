// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import dev.clew.store.lucene.part.Damage;
import dev.clew.store.lucene.part.Failures;
import dev.clew.store.lucene.part.Intake;
import dev.clew.store.lucene.part.Partitions;
import dev.clew.store.lucene.part.PendingBookmarks;
import dev.clew.store.lucene.part.StoreFolder;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.segment.Helpers;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.manifest.Manifest;
import dev.clew.store.manifest.Reserve;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOUtils;

/** The store over partitions: writing through {@link Intake}, reading as the manifest says. */
final class LuceneLogStore implements LogStore {
  private static final int MAX_CLAUSES = 1 << 20;

  /** Bytes of heap for which one helper is worth having. */
  private static final long HEAP_OF_HELPER = 128L << 20;

  private final Failures failures;
  private final StoreFolder folder;
  private final Partitions partitions;
  private final Reserve reserve;
  private final Helpers helpers;
  private final PartitionSearch search;
  private final Intake intake;
  private final PendingBookmarks bookmarks;
  private volatile boolean closed;

  private LuceneLogStore(
      Failures failures,
      StoreFolder folder,
      Manifest manifest,
      StoreSettings settings,
      Reserve reserve) {
    this.failures = failures;
    this.folder = folder;
    this.partitions = new Partitions(folder.partitions(), folder.manifest(), manifest, settings);
    this.reserve = reserve;
    this.helpers = new Helpers(mostHelpers(), settings.alone());
    this.search = new PartitionSearch(partitions, failures, helpers);
    this.intake = new Intake(partitions);
    this.bookmarks = new PendingBookmarks(manifest.bookmarks());
  }

  private static int mostHelpers() {
    long room = Runtime.getRuntime().maxMemory() / HEAP_OF_HELPER;
    return (int) Math.min(room, Runtime.getRuntime().availableProcessors() - 1L);
  }

  static LuceneLogStore open(Path path, StoreSettings settings) {
    // Lucene counts the terms of phrases as clauses; the parser limits what people may ask
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
    Failures failures = new Failures(path);
    return failures.translate(
        () -> {
          StoreFolder folder = new StoreFolder(path, failures, settings.day());
          try {
            Manifest manifest = folder.read();
            folder.forgetOthers(manifest);
            Reserve reserve = new Reserve(path, settings.reserveBytes());
            LuceneLogStore store =
                new LuceneLogStore(failures, folder, manifest, settings, reserve);
            store.partitions.recheck();
            return store;
          } catch (Throwable e) {
            IOUtils.closeWhileSuppressingExceptions(e, folder);
            throw e;
          }
        });
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> places) {
    write(
        () -> {
          reserve.takeEvents();
          intake.append(events);
          bookmarks.set(places);
        });
  }

  @Override
  public synchronized Map<String, String> bookmarks() {
    checkOpen();
    return bookmarks.committed();
  }

  @Override
  public void refresh() {
    write(this::commit);
  }

  @Override
  public void expireBefore(Instant instant) {
    write(
        () -> {
          reserve.beforeCommit();
          intake.drain();
          partitions.expireBefore(EventTime.nanos(instant));
          commit();
          intake.expired();
        });
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    return search(selection, order, after, limit, Until.NEVER);
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return aggregateEach(selection, List.of(groupings), limit).getFirst();
  }

  @Override
  public LogStore waiting(Until until) {
    return new WaitingLogStore(this, until);
  }

  Page search(Selection selection, Order order, Optional<Cursor> after, int limit, Until until) {
    LogStore.checkLimit(limit);
    return read(() -> search.page(selection, order, after, limit, new Patience(until)));
  }

  @Override
  public List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit) {
    return aggregateEach(selection, groupings, limit, Until.NEVER);
  }

  List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit, Until until) {
    LogStore.checkLimit(limit);
    return read(() -> search.groups(selection, groupings, limit, new Patience(until)));
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return read(() -> search.find(id));
  }

  @Override
  public StoreStatus status() {
    return read(() -> search.status(reserve.trouble()));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    failures.translate(
        () -> {
          try {
            commit();
          } finally {
            IOUtils.close(helpers, partitions, folder);
          }
          return folder;
        });
  }

  private void commit() throws IOException {
    reserve.beforeCommit();
    intake.drain();
    partitions.commit(bookmarks.next());
    bookmarks.written();
    reserve.afterCommit(partitions.bytes());
  }

  private interface Writing {
    void run() throws IOException;
  }

  private synchronized void write(Writing writing) {
    checkOpen();
    try {
      failures.translate(
          () -> {
            writing.run();
            return folder;
          });
    } catch (RuntimeException | Error e) {
      boolean damage = isDamage(e);
      startOver(e, damage);
      if (damage) {
        throw failures.quarantine(e);
      }
      throw e;
    }
  }

  private static boolean isDamage(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !Damage.is(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** After a failure nobody knows what of the rest was written: back to the manifest. */
  private void startOver(Throwable failure, boolean damage) {
    intake.forget();
    bookmarks.forget();
    try {
      if (Reserve.isFull(failure)) {
        reserve.fill();
      }
      partitions.rollback(damage);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private <T> T read(Failures.Work<T> work) {
    checkOpen();
    try {
      return failures.translate(work);
    } catch (StoreException.Unavailable e) {
      checkOpen();
      throw e;
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new StoreException.Closed("the store is closed; open it again", null);
    }
  }
}
