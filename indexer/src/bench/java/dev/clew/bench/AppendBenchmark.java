// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.event.LogEvent;
import dev.clew.store.LogStore;
import dev.clew.store.lucene.LuceneLogStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How many events a second an empty store takes, until they are on disk and searchable. */
@State(Scope.Benchmark)
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class AppendBenchmark {
  private static final int EVENTS = 100_000;
  private static final int BATCH = 5_000;

  /** The layout of the lines. */
  @Param({"LOGBACK", "JSON"})
  public SampleLines layout = SampleLines.LOGBACK;

  private List<LogEvent> events = List.of();
  private Path folder = Path.of("");

  @Setup
  public void read() throws IOException {
    events = SampleEvents.of(layout, EVENTS);
  }

  @Setup(Level.Invocation)
  public void empty() throws IOException {
    folder = Files.createTempDirectory("clew-append");
  }

  @TearDown(Level.Invocation)
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long append() {
    try (LogStore store = LuceneLogStores.open(folder)) {
      for (int i = 0; i < EVENTS; i += BATCH) {
        store.append(events.subList(i, i + BATCH), Map.of());
      }
      store.refresh();
      return store.status().events();
    }
  }
}
