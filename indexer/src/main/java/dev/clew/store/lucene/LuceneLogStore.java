// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.EventId;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreException;
import dev.clew.store.StoreStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The store over one index: writing in {@link EventWriter}, reading as of the last refresh. */
final class LuceneLogStore implements LogStore {
  private static final int MAX_CLAUSES = 1 << 20;

  private final Failures failures;
  private final Directory directory;
  private final SearcherManager searchers;
  private @Nullable EventWriter writer;
  private volatile boolean closed;

  private LuceneLogStore(
      Failures failures, Directory directory, EventWriter writer, SearcherManager searchers) {
    this.failures = failures;
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  static LuceneLogStore open(Path folder) {
    // Lucene counts the terms of phrases as clauses; the parser limits what people may ask
    IndexSearcher.setMaxClauseCount(MAX_CLAUSES);
    Failures failures = new Failures(folder);
    return failures.translate(
        () -> {
          Directory directory = new StoreFolder(folder, failures).open();
          EventWriter writer = null;
          try {
            StoreFolder.checkSums(directory);
            writer = new EventWriter(directory);
            writer.commit();
            return new LuceneLogStore(
                failures, directory, writer, new SearcherManager(directory, new Searchers()));
          } catch (Throwable e) {
            IOUtils.closeWhileSuppressingExceptions(e, writer, directory);
            throw e;
          }
        });
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> bookmarks) {
    write(open -> open.append(events, bookmarks));
  }

  @Override
  public Map<String, String> bookmarks() {
    Map<String, String> kept = new HashMap<>();
    write(open -> kept.putAll(open.bookmarks()));
    return Map.copyOf(kept);
  }

  @Override
  public void refresh() {
    write(EventWriter::commit);
    translate(searchers::maybeRefreshBlocking);
  }

  @Override
  public void expireBefore(Instant instant) {
    write(open -> open.expireBefore(EventTime.nanos(instant)));
    translate(searchers::maybeRefreshBlocking);
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    LogStore.checkLimit(limit);
    Query query = QueryTranslator.translate(selection.query());
    return read(
        searcher ->
            new PageSearch(order, limit).page(segments(searcher, query, selection.range()), after));
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    LogStore.checkLimit(limit);
    Query query = QueryTranslator.translate(selection.query());
    return read(
        searcher -> {
          List<Segment> segments = segments(searcher, query, selection.range());
          if (groupings.isEmpty()) {
            return new Groups(List.of(), Count.exactly(count(segments)), true);
          }
          GroupTable table = new GroupTable(groupings.stream().map(GroupKeys::of).toList());
          for (Segment segment : segments) {
            table.count(segment);
          }
          return table.largest(limit);
        });
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return read(
        searcher -> {
          Optional<OriginLookup.Found> found = new OriginLookup(searcher.getIndexReader()).find(id);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new StoredEvents(found.get().leaf().reader()).read(found.get().document()));
        });
  }

  @Override
  public StoreStatus status() {
    return read(
        searcher -> {
          Optional<TimeRange> range = Optional.empty();
          for (Segment segment : segments(searcher, MatchAllDocsQuery.INSTANCE, TimeRange.ALL)) {
            range = segment.around(range);
          }
          return new StoreStatus(searcher.getIndexReader().numDocs(), range, bytes());
        });
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    EventWriter open = writer;
    failures.translate(
        () -> {
          IOUtils.close(open, searchers, directory);
          return open;
        });
  }

  private static List<Segment> segments(IndexSearcher searcher, Query query, TimeRange range)
      throws IOException {
    Weight weight = null;
    if (!(query instanceof MatchAllDocsQuery)) {
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      segments.add(new Segment(leaf, weight, range));
    }
    return segments;
  }

  private static long count(List<Segment> segments) throws IOException {
    long count = 0;
    for (Segment segment : segments) {
      count += segment.count();
    }
    return count;
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += length(file);
    }
    return bytes;
  }

  private long length(String file) throws IOException {
    try {
      return directory.fileLength(file);
    } catch (NoSuchFileException | FileNotFoundException e) {
      // merged away since it was listed
      return 0;
    }
  }

  /** Reading the index as of the last refresh. */
  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    return translate(
        () -> {
          IndexSearcher searcher = searchers.acquire();
          try {
            return reading.from(searcher);
          } finally {
            searchers.release(searcher);
          }
        });
  }

  private interface Writing {
    void to(EventWriter writer) throws IOException;
  }

  private synchronized void write(Writing writing) {
    checkOpen();
    try {
      failures.translate(
          () -> {
            EventWriter open = writer;
            if (open == null) {
              open = new EventWriter(directory);
              writer = open;
            }
            writing.to(open);
            return open;
          });
    } catch (RuntimeException | Error e) {
      startOver(e);
      throw e;
    }
  }

  /** After a failure nobody knows what of the rest was written: back to the last commit. */
  private void startOver(Throwable failure) {
    EventWriter failed = writer;
    writer = null;
    if (failed != null) {
      try {
        failed.rollback();
      } catch (IOException | RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }

  private interface Refreshing {
    void run() throws IOException;
  }

  private void translate(Refreshing work) {
    translate(
        () -> {
          work.run();
          return searchers;
        });
  }

  private <T> T translate(Failures.Work<T> work) {
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
