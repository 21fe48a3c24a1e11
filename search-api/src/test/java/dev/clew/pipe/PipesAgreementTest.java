// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.pipe.measure.Limits;
import dev.clew.pipe.stage.Grid;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Column;
import dev.clew.pipe.table.EventRow;
import dev.clew.pipe.table.Row;
import dev.clew.pipe.table.Table;
import dev.clew.query.Query;
import dev.clew.query.RandomQueries;
import dev.clew.query.pipe.Pipe;
import dev.clew.query.pipe.Pipeline;
import dev.clew.query.pipe.RandomPipes;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.RandomEvents;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import dev.clew.store.lucene.LuceneLogStores;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the executor to {@link PlainPipes}: random events, queries, pipes and limits. System
 * properties: {@code clew.pipes.seeds}, of a thousand cases each, and {@code clew.pipes.seed}.
 */
class PipesAgreementTest {
  private static final int FIRST_SEED = Integer.getInteger("clew.pipes.seed", 11);
  private static final int SEEDS = Integer.getInteger("clew.pipes.seeds", 10);
  private static final int CASES = 1_000;
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final List<String> FIELDS =
      List.of(
          "level",
          "service",
          "host",
          "version",
          "logger",
          "thread",
          "trace",
          "file",
          "pattern",
          "exception",
          "frame",
          "msg",
          "status",
          "duration",
          "size",
          "user",
          "unique",
          "time",
          "_raw",
          "a b",
          "nosuch");

  @Test
  void answersWhatPipesMean() {
    check(new ListLogStore(), 1, 1_000);
  }

  @Test
  void answersTheSameOverTheEmbeddedStore(@TempDir Path folder) {
    try (LogStore store = LuceneLogStores.open(folder)) {
      check(store, 31, 200);
    }
  }

  @Tag("slow")
  @Test
  void answersWhatManyPipesMean(@TempDir Path folder) {
    long start = System.nanoTime();
    for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      try (LogStore store = LuceneLogStores.open(folder.resolve("data" + seed))) {
        check(store, seed, CASES);
      }
    }
    System.out.printf(
        "pipes: %,d random pipelines over %d embedded stores, 0 differ from the definition, %d s%n",
        SEEDS * CASES, SEEDS, (System.nanoTime() - start) / 1_000_000_000L);
  }

  private static void check(LogStore store, long seed, int cases) {
    Random random = new Random(seed);
    List<LogEvent> events = new RandomEvents(random).next(400);
    store.append(events, Map.of());
    store.refresh();
    RandomQueries queries =
        new RandomQueries(random, RandomEvents.WORDS, RandomEvents.ATTRIBUTES, RandomEvents.VALUES);
    RandomPipes pipes = new RandomPipes(random, FIELDS, RandomEvents.VALUES);
    Query query = new Query.All();
    for (int i = 0; i < cases; i++) {
      if (i % 4 == 0) {
        query = random.nextInt(3) == 0 ? new Query.All() : queries.next(2);
      }
      int rows = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 10_000;
      List<Pipe> all = new ArrayList<>();
      switch (random.nextInt(8)) {
        case 0 -> all.add(new Pipe.Search(queries.next(1)));
        case 1 -> all.addAll(List.of(new Pipe.Tail(200), new Pipe.Search(queries.next(1))));
        case 2 -> all.add(new Pipe.Patterns());
        default -> {}
      }
      all.addAll(pipes.next(4));
      compare(store, new Pipeline(query, all), rows);
    }
  }

  private static void compare(LogStore store, Pipeline pipeline, int mostRows) {
    boolean keepsRows =
        pipeline.pipes().stream()
            .anyMatch(
                pipe ->
                    pipe instanceof Pipe.Sort
                        || pipe instanceof Pipe.Tail
                        || pipe instanceof Pipe.Timechart);
    int limit = keepsRows ? 10_000 : mostRows;
    TimeRange held = store.status().range().orElseThrow();
    Limits limits = new Limits(100_000, limit, 10_000, 10_000, 1L << 30);
    Table table = new Pipes(store, ZONE, limits).run(pipeline, TimeRange.ALL, Until.NEVER);
    PlainPipes plain = new PlainPipes(events(store, pipeline.query()), new Grid(held, ZONE));
    pipeline.pipes().forEach(plain::apply);
    List<Row> expected = plain.rows();
    String what = pipeline + " with " + limit + " rows";
    assertThat(table.columns().stream().map(Column::name)).as(what).isEqualTo(plain.columns());
    assertThat(table.complete()).as(what + table.notes()).isEqualTo(expected.size() <= limit);
    assertThat(texts(table.rows()))
        .as(what)
        .isEqualTo(texts(expected.subList(0, Math.min(limit, expected.size()))));
  }

  private static List<LogEvent> events(LogStore store, Query query) {
    Selection selection = new Selection(query, TimeRange.ALL);
    return store
        .search(selection, Order.NEWEST_FIRST, Optional.empty(), LogStore.MAX_LIMIT)
        .events();
  }

  private static List<String> texts(List<Row> rows) {
    List<String> texts = new ArrayList<>();
    for (Row row : rows) {
      if (row instanceof EventRow event) {
        texts.add(event.event().id() + " " + event.extracted());
      } else {
        StringBuilder text = new StringBuilder();
        ((dev.clew.pipe.table.TableRow) row)
            .cells()
            .forEach(cell -> text.append(text(cell)).append(" | "));
        texts.add(text.toString());
      }
    }
    return texts;
  }

  /** Sums may differ in their last digits, for the order of adding. */
  private static String text(Cell cell) {
    return cell instanceof Cell.Numeric number
        ? "%.9e %s".formatted(number.value() + 0.0, number.dimension())
        : cell.getClass().getSimpleName() + " " + cell.text();
  }
}
