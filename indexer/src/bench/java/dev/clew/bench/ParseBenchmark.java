// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.event.LogEvent;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.LogReader;
import dev.clew.ingest.ReadListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.Rejection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast a file becomes events: bytes read, format detected, lines parsed, ledger kept; nothing
 * is stored. The counter {@code megabytes} is in units of 10^6 bytes a second, of one thread.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ParseBenchmark {
  private static final long BYTES = 16_000_000;

  /** The layout of the lines. */
  @Param public SampleLines layout = SampleLines.LOGBACK;

  private Path file = Path.of("");

  /** Counts what passed through. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {
    public double megabytes;
    public long events;

    @Setup(Level.Iteration)
    public void clear() {
      megabytes = 0;
      events = 0;
    }
  }

  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("clew-parse", ".log");
    Random random = new Random(7);
    Instant time = Instant.parse("2026-03-04T10:11:12.345Z");
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (written < BYTES) {
        time = time.plusMillis(1 + random.nextInt(900));
        String line = layout.line(time, random);
        out.write(line);
        out.write('\n');
        written += line.length() + 1;
      }
    }
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  @Benchmark
  public Ledger read(Volume volume, Blackhole sink) {
    ReadSettings settings = new ReadSettings(ZoneOffset.UTC, Instant.EPOCH);
    Ledger ledger = new LogReader(settings).read(List.of(file), new Sink(sink));
    volume.megabytes += ledger.bytes() / 1e6;
    volume.events += ledger.events();
    return ledger;
  }

  private record Sink(Blackhole sink) implements ReadListener {
    @Override
    public void event(LogEvent event, String format) {
      sink.consume(event);
    }

    @Override
    public void rejected(Rejection rejection) {
      sink.consume(rejection);
    }

    @Override
    public void progress(long done, long total) {
      sink.consume(done);
    }
  }
}
