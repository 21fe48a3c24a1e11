// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.Until;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store as somebody sees it who does not wait for ever. */
final class WaitingLogStore implements LogStore {
  private final LuceneLogStore store;
  private final Until until;

  WaitingLogStore(LuceneLogStore store, Until until) {
    this.store = store;
    this.until = until;
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    return store.search(selection, order, after, limit, until);
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return aggregateEach(selection, List.of(groupings), limit).getFirst();
  }

  @Override
  public List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit) {
    return store.aggregateEach(selection, groupings, limit, until);
  }

  @Override
  public LogStore waiting(Until sooner) {
    return new WaitingLogStore(store, () -> until.passed() || sooner.passed());
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> bookmarks) {
    store.append(events, bookmarks);
  }

  @Override
  public Map<String, String> bookmarks() {
    return store.bookmarks();
  }

  @Override
  public void refresh() {
    store.refresh();
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    return store.find(id);
  }

  @Override
  public void expireBefore(Instant instant) {
    store.expireBefore(instant);
  }

  @Override
  public StoreStatus status() {
    return store.status();
  }

  @Override
  public void close() {
    store.close();
  }
}
