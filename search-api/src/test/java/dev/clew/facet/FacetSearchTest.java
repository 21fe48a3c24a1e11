// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.facet.Dropped.Reason;
import dev.clew.query.QueryParser;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.RandomEvents;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacetSearchTest {
  private static final int EVENTS = 4_000;
  private static final FacetLimits LIMITS = new FacetLimits(20, 5, 12);

  @TempDir Path folder;
  private final LogStore list = new ListLogStore();
  private LogStore store;
  private List<LogEvent> events;

  @BeforeEach
  void fill() {
    store = LuceneLogStores.open(folder);
    events = new RandomEvents(new Random(11)).next(EVENTS);
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
    Facets facets = search(LIMITS).find(selection, Until.NEVER);
    List<LogEvent> matching =
        events.stream().filter(event -> selection.query().matches(event)).toList();

    assertThat(facets.total().value()).isEqualTo(matching.size());
    assertThat(facets.complete()).isTrue();
    assertThat(facets.facets().isEmpty()).isEqualTo(matching.isEmpty());
    for (Facet facet : facets.facets()) {
      assertThat(facet.exact()).as(facet.name()).isTrue();
      assertThat(facet.missing())
          .as(facet.name())
          .isEqualTo(matching.stream().filter(event -> lacks(event, facet)).count());
      for (Facet.Value value : facet.values()) {
        assertThat(value.count()).as(facet.name()).isEqualTo(count(matching, facet, value));
        assertThat(value.steps().stream().mapToLong(Long::longValue).sum())
            .as(facet.name())
            .isEqualTo(value.count());
      }
    }
  }

  @Test
  void answersTheSameWhateverTheStore() {
    Selection selection = asking("");

    assertThat(search(LIMITS).find(selection, Until.NEVER))
        .isEqualTo(new FacetSearch(list, ZoneOffset.UTC, LIMITS).find(selection, Until.NEVER));
  }

  @Test
  void tellsEachFieldOrWhyNot() {
    Facets facets = search(new FacetLimits(3, 5, 12)).find(asking(""), Until.NEVER);

    assertThat(facets.facets()).hasSizeLessThanOrEqualTo(3);
    assertThat(facets.dropped())
        .extracting(Dropped::reason)
        .contains(Reason.TOO_MANY_FIELDS)
        .doesNotContain(Reason.NOT_COUNTED);
    assertThat(facets.sampled()).isPositive().isLessThan(EVENTS);
  }

  @Test
  void saysThatTimeWasUp() {
    Facets facets = search(LIMITS).find(asking(""), () -> true);

    assertThat(facets.complete()).isFalse();
    assertThat(facets.facets()).allMatch(facet -> !facet.exact());
  }

  private FacetSearch search(FacetLimits limits) {
    return new FacetSearch(store, ZoneOffset.UTC, limits);
  }

  private Selection asking(String text) {
    Optional<TimeRange> held = store.status().range();
    return new Selection(QueryParser.parse(text).query(), held.orElseThrow());
  }

  private static boolean lacks(LogEvent event, Facet facet) {
    return event.field(facet.name()).stream().allMatch(String::isEmpty);
  }

  private static long count(List<LogEvent> events, Facet facet, Facet.Value value) {
    return events.stream()
        .filter(event -> event.field(facet.name()).contains(value.text()))
        .count();
  }
}
