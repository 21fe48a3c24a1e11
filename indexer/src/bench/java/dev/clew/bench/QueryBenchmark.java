// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.bench.macro.QuerySet;
import dev.clew.bench.macro.Question;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import dev.clew.store.lucene.part.StoreSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long each class of question takes on a store that exists: {@code -p data=FOLDER}. */
@State(Scope.Benchmark)
@Fork(1)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBenchmark {
  /** The data folder. */
  @Param("")
  public String data = "";

  /** The question, by its name in the {@link QuerySet}. */
  @Param({
    "all_hist",
    "level_hist_all",
    "term_hist",
    "phrase_hist",
    "and_common_count",
    "phrase_count",
    "prefix_count",
    "infix_count",
    "number_count",
    "and_common_top100",
    "and_rare_top100",
    "filters_range_top100",
    "needle_trace_top100",
    "needle_msgid",
    "facets_all",
    "facets_range2h"
  })
  public String question = "";

  private @Nullable Opened opened;

  private record Opened(LogStore store, Question question) {}

  @Setup
  public void open() {
    if (data.isEmpty()) {
      throw new IllegalArgumentException("name the data folder: -p data=FOLDER");
    }
    LogStore store = LuceneLogStores.open(Path.of(data), StoreSettings.DEFAULT.withoutRemembering());
    opened = new Opened(store, QuerySet.of(store, "msg").question(question));
  }

  @TearDown
  public void close() {
    if (opened != null) {
      opened.store().close();
    }
  }

  @Benchmark
  public long ask() {
    Opened here = Objects.requireNonNull(opened);
    return here.question().ask(here.store());
  }
}
