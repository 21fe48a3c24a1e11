// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/** Lines that carry their writer and their number, so that lost and doubled ones can be named. */
final class NumberedLines {
  private static final Selection ALL = new Selection(new Query.All(), TimeRange.ALL);

  private NumberedLines() {}

  static String line(String writer, long number) {
    return "2026-03-04T10:%02d:%02d.%03dZ INFO com.acme.Writer - %s %d of a line that says a little more\n"
        .formatted(number / 60_000 % 60, number / 1000 % 60, number % 1000, writer, number);
  }

  /** Fails unless the store in {@code data} holds the numbers from 0 to {@code count} once each. */
  static void assertEachOnce(Path data, String writer, int count) {
    BitSet found = new BitSet(count);
    try (LogStore store = LuceneLogStores.open(data)) {
      Optional<Cursor> next = Optional.empty();
      do {
        Page page = store.search(ALL, Order.OLDEST_FIRST, next, LogStore.MAX_LIMIT);
        for (LogEvent event : page.events()) {
          String[] words = event.body().split(" ", 3);
          if (words[0].equals(writer)) {
            int number = Integer.parseInt(words[1]);
            assertThat(found.get(number)).as("%s %d was read twice", writer, number).isFalse();
            found.set(number);
          }
        }
        next = page.next();
      } while (next.isPresent());
    }
    assertThat(found.nextClearBit(0)).as("first number that is missing").isEqualTo(count);
    assertThat(found.cardinality()).isEqualTo(count);
  }

  /** How many events a store holds, and how many bytes its bookmarks say were read. */
  static long events(Path data) {
    try (LogStore store = LuceneLogStores.open(data)) {
      return store.status().events();
    }
  }
}
