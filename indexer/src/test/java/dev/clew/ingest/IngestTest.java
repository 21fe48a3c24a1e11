// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  @TempDir Path folder;

  /** Keeps what is appended; asked no questions here. */
  private static final class Kept implements LogStore {
    private final List<LogEvent> events = new ArrayList<>();
    private boolean refreshed;

    @Override
    public LogStore waiting(dev.clew.store.Until until) {
      return this;
    }

    @Override
    public synchronized void append(List<LogEvent> batch, Map<String, String> bookmarks) {
      events.addAll(batch);
    }

    @Override
    public Map<String, String> bookmarks() {
      return Map.of();
    }

    @Override
    public void refresh() {
      refreshed = true;
    }

    @Override
    public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
      return new Page(List.of(), Optional.empty(), true);
    }

    @Override
    public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
      return new Groups(List.of(), Count.exactly(events.size()), true);
    }

    @Override
    public Optional<LogEvent> find(EventId id) {
      return Optional.empty();
    }

    @Override
    public void expireBefore(Instant instant) {
      events.clear();
    }

    @Override
    public StoreStatus status() {
      return new StoreStatus(events.size(), Optional.empty(), 0, 1, List.of(), Optional.empty());
    }

    @Override
    public void close() {
      events.clear();
    }
  }

  @Test
  void appendsEveryEventWithItsPatternInTheOrderOfItsFile() throws IOException {
    for (int file = 0; file < 5; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 2500; i++) {
        text.append("2026-03-04T10:11:12Z INFO com.acme.Pay - order ").append(i).append('\n');
      }
      Files.writeString(folder.resolve("service-" + (char) ('a' + file) + ".log"), text);
    }
    Kept store = new Kept();
    AtomicLong done = new AtomicLong();
    Ledger ledger =
        new Ingest(
                store,
                Readings.SETTINGS,
                InputStream.nullInputStream(),
                InstantSource.fixed(Instant.EPOCH))
            .index(List.of(folder), (bytes, of) -> done.set(bytes));

    assertThat(ledger.events()).isEqualTo(12_500);
    assertThat(ledger.isBalanced()).isTrue();
    assertThat(done).hasValue(ledger.bytes());
    assertThat(store.refreshed).isTrue();
    assertThat(store.events).hasSize(12_500).allSatisfy(e -> assertThat(e.pattern()).isNotNull());
    for (FileRow row : ledger.files()) {
      assertThat(store.events.stream().filter(e -> e.origin().source().equals(row.source())))
          .extracting(e -> e.origin().offset())
          .isSorted();
    }
  }
}
