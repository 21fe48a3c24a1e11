// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;
import dev.clew.ingest.bookmark.Account;
import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Bookmarks;
import dev.clew.pattern.PatternAssigner;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appends what the readings of one thread find, with their bookmarks, in batches. Not thread-safe.
 */
final class Appender implements ReadListener, Checkpoints {
  private static final int BATCH = 1000;

  private final LogStore store;
  private final PatternAssigner patterns;
  private final Bookmarks bookmarks;
  private final Commits commits;
  private final IngestListener told;
  private final List<LogEvent> batch = new ArrayList<>(BATCH);
  private final Map<String, String> places = new HashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Map<String, Account> accounts;
  private long bytes;
  private Until end = Until.NEVER;

  /**
   * @param accounts of what was read before, by source
   */
  Appender(
      LogStore store,
      PatternAssigner patterns,
      Bookmarks bookmarks,
      Map<String, Account> accounts,
      Commits commits,
      IngestListener told) {
    this.store = store;
    this.patterns = patterns;
    this.bookmarks = bookmarks;
    this.accounts = accounts;
    this.commits = commits;
    this.told = told;
  }

  @Override
  public void event(LogEvent event, String format) {
    batch.add(event.withPattern(patterns.assign(event)));
    bytes += event.raw().length();
    Unread.of(event).ifPresent(unread::add);
  }

  @Override
  public void rejected(Rejection rejection) {
    unread.add(Unread.of(rejection));
  }

  @Override
  public void progress(long done, long total) {
    // told by whoever knows of all files
  }

  @Override
  public void reached(Passage passage) {
    if (batch.size() >= BATCH || unread.size() >= BATCH) {
      ended(passage);
      flush();
    }
  }

  @Override
  public void ended(Passage passage) {
    passage
        .bookmark()
        .ifPresent(
            bookmark -> {
              mark(bookmark);
              account(bookmark.source(), passage.account());
            });
  }

  /** Reading ends once {@code end} has passed. */
  void readUntil(Until end) {
    this.end = end;
  }

  @Override
  public boolean isOver() {
    return end.passed();
  }

  @Override
  public Account before(String source) {
    return accounts.getOrDefault(source, Account.NOTHING);
  }

  private void account(String source, Account account) {
    accounts.put(source, account);
    places.put(Account.name(source), account.text());
  }

  private void mark(Bookmark bookmark) {
    bookmarks.put(bookmark);
    places.put(Bookmarks.name(bookmark.source()), bookmark.text());
  }

  /** Remembers, together with what was read before, that the container of that name was read. */
  void container(String name, String found) {
    places.put(name, found);
  }

  /** True when something was not appended yet. */
  boolean isFilled() {
    return !batch.isEmpty() || !places.isEmpty();
  }

  /** Appends what was not appended yet. */
  void flush() {
    if (!unread.isEmpty()) {
      told.unread(List.copyOf(unread));
      unread.clear();
    }
    if (isFilled()) {
      store.append(List.copyOf(batch), Map.copyOf(places));
      told.appended(batch.size());
      batch.clear();
      places.clear();
      commits.appended(bytes);
      bytes = 0;
    }
  }
}
