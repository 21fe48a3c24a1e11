// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.QueryParser;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.RandomEvents;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSearchTest {
  private static final int EVENTS = 4_000;

  @TempDir Path folder;
  private final LogStore list = new ListLogStore();
  private LogStore store;
  private List<LogEvent> events;

  @BeforeEach
  void fill() {
    store = LuceneLogStores.open(folder);
    events = new RandomEvents(new Random(12)).next(EVENTS);
    for (LogStore each : List.of(store, list)) {
      each.append(events, Map.of());
      each.refresh();
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "level>=warn", "service:* -status:500", "nothing-like-this"})
  void countsWhatAListOfTheEventsCounts(String text) {
    Selection selection = asking(text);
    FieldValues found = new ValueSearch(store, 3).find(selection, Until.NEVER);
    List<LogEvent> matching =
        events.stream().filter(event -> selection.query().matches(event)).toList();

    assertThat(found.total().value()).isEqualTo(matching.size());
    assertThat(found.complete()).isTrue();
    assertThat(found.fields().isEmpty()).isEqualTo(matching.isEmpty());
    for (FieldValues.Field field : found.fields()) {
      assertThat(field.values()).as(field.name()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      assertThat(field.missing())
          .as(field.name())
          .isEqualTo(matching.stream().filter(event -> lacks(event, field.name())).count());
      for (FieldValues.Value value : field.values()) {
        assertThat(value.count())
            .as(field.name())
            .isEqualTo(
                matching.stream()
                    .filter(event -> event.field(field.name()).contains(value.text()))
                    .count());
      }
    }
  }

  @Test
  void answersTheSameWhateverTheStore() {
    Selection selection = asking("");

    assertThat(new ValueSearch(store, 5).find(selection, Until.NEVER))
        .isEqualTo(new ValueSearch(list, 5).find(selection, Until.NEVER));
  }

  @Test
  void saysHowManyEventsItReadUnlessItReadAll() {
    assertThat(new ValueSearch(store, 5).find(asking(""), Until.NEVER).sampled())
        .isPositive()
        .isLessThan(EVENTS);
    assertThat(new ValueSearch(store, 5).find(asking("nothing-like-this"), Until.NEVER).sampled())
        .isZero();
  }

  @Test
  void saysThatTimeWasUp() {
    assertThat(new ValueSearch(store, 5).find(asking(""), () -> true).complete()).isFalse();
  }

  private Selection asking(String text) {
    TimeRange held = store.status().range().orElseThrow();
    return new Selection(QueryParser.parse(text).query(), held);
  }

  private static boolean lacks(LogEvent event, String field) {
    return event.field(field).stream().allMatch(String::isEmpty);
  }
}
