// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import dev.clew.event.LogEvent;
import dev.clew.store.row.RowDecoder;
import dev.clew.store.row.RowEncoder;
import dev.clew.store.row.Shape;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many events a second become shape and row, and how many come back out of them. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ShapeBenchmark {
  private static final int EVENTS = 10_000;

  /** The layout of the lines. */
  @Param({"LOGBACK", "JSON", "ACCESS"})
  public SampleLines layout = SampleLines.LOGBACK;

  private List<LogEvent> events = List.of();
  private RowEncoder encoder = new RowEncoder(ShapeBenchmark::isVaried);

  @Setup
  public void read() throws IOException {
    events = SampleEvents.of(layout, EVENTS);
    encoder = new RowEncoder(ShapeBenchmark::isVaried);
    for (LogEvent event : events) {
      encoder.encode(event);
      if (!decoded(event).equals(event)) {
        throw new IllegalStateException("another event came back: " + event);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void encode(Blackhole sink) {
    for (LogEvent event : events) {
      encoder.encode(event);
      sink.consume(encoder.rowLength());
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void encodeAndDecode(Blackhole sink) {
    for (LogEvent event : events) {
      encoder.encode(event);
      sink.consume(decoded(event));
    }
  }

  private LogEvent decoded(LogEvent event) {
    Shape shape = Shape.decode(encoder.shape(), 0, encoder.shape().length);
    long nanos = event.time().epochNanos();
    return new RowDecoder(shape, encoder.row(), 0, encoder.rowLength(), nanos)
        .event(
            event.origin().source(), event.origin().file(), event.origin().offset(), nanos);
  }

  private static boolean isVaried(String field, String value) {
    return field.equals("trace") || field.equals("span") || field.equals("thread");
  }
}
