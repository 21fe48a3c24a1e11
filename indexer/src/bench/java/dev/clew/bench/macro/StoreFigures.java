// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import dev.clew.query.Query;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.store.lucene.part.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Asks the {@link QuerySet} of a store that exists, each question warmed, and prints a JSON object a
 * line: {@code name count min_ms p50_ms p95_ms runs query}.
 *
 * <p>Arguments: the data folder, the field in which words are looked for ({@code msg} as the peers
 * do, or {@code text} for all of an event), then the names of the questions, all when none is given.
 */
public final class StoreFigures {
  private static final int RUNS = 30;
  private static final long WARMING = 600_000_000;
  private static final long MEASURING = 900_000_000;

  private static final long LONGEST_WARMING = 5_000_000_000L;

  /** Warming goes on no longer than this, in rounds. */
  private static final int MAX_ROUNDS = 8;

  private StoreFigures() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    String field = arguments.length > 1 ? arguments[1] : "msg";
    List<String> names = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
    try (LogStore store = LuceneLogStores.open(folder, StoreSettings.DEFAULT.withoutRemembering())) {
      QuerySet set = QuerySet.of(store, field.equals("text") ? Query.TEXT : field);
      List<Question> questions =
          names.isEmpty() ? set.questions() : names.stream().map(set::question).toList();
      for (Question question : questions) {
        print(question, question.ask(store), measure(store, question));
      }
    }
  }

  /** Warms until a round is no faster than the one before or enough time has passed, then measures. */
  private static Timings measure(LogStore store, Question question) {
    double before = Double.MAX_VALUE;
    long end = System.nanoTime() + LONGEST_WARMING;
    for (int round = 0; round < MAX_ROUNDS && System.nanoTime() < end; round++) {
      double now = Timings.of(() -> question.ask(store), RUNS, WARMING).millis(0.5);
      if (now > 0.95 * before) {
        break;
      }
      before = now;
    }
    return Timings.of(() -> question.ask(store), RUNS, MEASURING);
  }

  private static void print(Question question, long count, Timings timings) {
    System.out.printf(
        Locale.ROOT,
        "{\"name\":\"%s\",\"count\":%d,\"min_ms\":%.4f,\"p50_ms\":%.4f,\"p95_ms\":%.4f,"
            + "\"runs\":%d,\"query\":%s}%n",
        question.name(),
        count,
        timings.minMillis(),
        timings.millis(0.5),
        timings.millis(0.95),
        timings.count(),
        FlatJson.quoted(question.selection().query().toString()));
  }
}
