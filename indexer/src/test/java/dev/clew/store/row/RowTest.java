// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.Severity;
import dev.clew.store.Events;
import dev.clew.store.RandomEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {
  private final Events events = new Events();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void givesEachEventBack(long seed) {
    RowEncoder encoder = new RowEncoder((field, value) -> value.length() % 3 == seed % 3);
    for (LogEvent event : new RandomEvents(new Random(seed)).next(3_000)) {
      encoder.encode(event);
      assertThat(decoded(encoder, event)).isEqualTo(event);
      encoder.encodeOpen(event);
      assertThat(decoded(encoder, event)).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void readsAValueWithoutTheEvent(long seed) {
    RowEncoder encoder = new RowEncoder((field, value) -> value.length() % 3 == seed % 3);
    int read = 0;
    for (LogEvent event : new RandomEvents(new Random(seed)).next(3_000)) {
      encoder.encode(event);
      for (ShapeField field : ShapeField.values()) {
        if (!encoder.decides(field)) {
          read += assertReads(encoder, new RowField("", field), field.of(event));
        }
      }
      int index = 0;
      for (Map.Entry<String, String> each : event.attributes().entrySet()) {
        if (!encoder.decidesAttribute(index++)) {
          read += assertReads(encoder, new RowField(each.getKey(), null), each.getValue());
        }
      }
    }
    assertThat(read).isGreaterThan(5_000);
  }

  private static int assertReads(RowEncoder encoder, RowField field, @Nullable String value) {
    Shape shape = Shape.decode(encoder.shape(), 0, encoder.shape().length);
    if (!field.read(shape, encoder.row(), 0, encoder.rowLength())) {
      return 0;
    }
    assertThat(new String(field.bytes(), 0, field.length(), StandardCharsets.UTF_8))
        .isEqualTo(value);
    return 1;
  }

  @Test
  void sharesTheShapeOfLinesThatDifferInNumbersNamesAndTime() {
    RowEncoder encoder = new RowEncoder((field, value) -> field.equals("host"));
    Shape first = shape(encoder, timed("2026-03-01T10:00:00.123456Z", "alpha", "17"));
    byte[] shape = encoded(encoder);
    shape(encoder, timed("2026-03-01T10:00:09.000001Z", "beta", "4"));
    assertThat(encoded(encoder)).isEqualTo(shape);
    assertThat(first.literals()).containsExactly("", " INFO ", " charged order ", " at once\n");
    assertThat(first.decides(ShapeField.SERVICE)).isTrue();
    assertThat(first.value(ShapeField.SERVICE)).isEqualTo("shop");
    assertThat(first.decides(ShapeField.HOST)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T10:00:00Z x",
        "2026-03-01 11:00:00,250 +01:00 x",
        "2026/03/01 10:00:00.123456789 x",
        "[01/Mar/2026:10:00:00 +0000] x",
        "Mar  1 10:00:00 web x",
        "1772359200 x",
        "1772359200123 x",
        "1772359200.5 x"
      })
  void keepsNoTimeThatTheEventTells(String line) {
    long fraction =
        line.contains("25")
            ? 250_000_000
            : line.contains("123456789")
                ? 123_456_789
                : line.contains("0123") ? 123_000_000 : line.contains("0.5") ? 500_000_000 : 0;
    LogEvent at = events.at(Events.START.plusNanos(fraction)).event("x", line, e -> e);
    long nanos = at.time().epochNanos();
    RowEncoder encoder = new RowEncoder((field, value) -> false);
    Shape shape = shape(encoder, at);
    assertThat(shape.hasTime()).as(line).isTrue();
    assertThat(line).contains(shape.timeText(nanos));
    assertThat(encoder.rowLength()).isLessThan(8);
  }

  @Test
  void keepsBytesThatTheTextCannotSpell() {
    LogEvent event = events.event("x", new byte[] {'a', (byte) 0xC3, '(', '1', '\r', '\n'}, e -> e);
    RowEncoder encoder = new RowEncoder((field, value) -> false);
    encoder.encode(event);
    assertThat(decoded(encoder, event)).isEqualTo(event);
  }

  private LogEvent timed(String time, String host, String order) {
    String raw = time + " INFO " + host + " charged order " + order + " at once\n";
    return events
        .at(Instant.parse(time))
        .event(
            "charged order " + order + " at once",
            raw.getBytes(StandardCharsets.UTF_8),
            e -> e.severity(Severity.INFO).service("shop").host(host));
  }

  private static Shape shape(RowEncoder encoder, LogEvent event) {
    encoder.encode(event);
    assertThat(decoded(encoder, event)).isEqualTo(event);
    return Shape.decode(encoder.shape(), 0, encoder.shape().length);
  }

  private static byte[] encoded(RowEncoder encoder) {
    return java.util.Arrays.copyOf(encoder.shape(), encoder.shape().length);
  }

  private static LogEvent decoded(RowEncoder encoder, LogEvent event) {
    long nanos = event.time().epochNanos();
    return new RowDecoder(
            Shape.decode(encoder.shape(), 0, encoder.shape().length),
            encoder.row(),
            0,
            encoder.rowLength(),
            nanos)
        .event(event.origin().source(), event.origin().file(), event.origin().offset(), nanos);
  }
}
