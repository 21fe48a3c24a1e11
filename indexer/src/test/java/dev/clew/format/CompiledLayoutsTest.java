// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import dev.clew.format.field.Draft;
import dev.clew.source.AsciiLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of a line where it stands is what is read of its text. */
class CompiledLayoutsTest {
  private static final Instant MODIFIED = Instant.parse("2026-03-05T00:00:00Z");
  private static final EventTime NONE = EventTime.of(MODIFIED, TimeQuality.OBSERVED);
  private static final String[] MESSAGES = {
    "TraceID: 4bf92f3577b34da6 SpanID: 00f067aa0ba902b7 order 42 charged",
    "SpanID: 7f3a - retry=3 user=\"anna b\" took 12ms",
    "Receiving: block 17 (of cart.Stock)",
    "at com.acme.Pay.charge(Pay.java:12)",
    "Caused by: java.io.IOException: closed",
    "  [cart 7] emptied, level=warn thread=main-1 {",
    "state=open;next=closed,x= ,y='q",
    ""
  };
  private static final String[] EXTRA = {"", " ", "\t", "-", "|", ":", "[", "(x)", "=", "Z", "9"};

  private final Random random = new Random(5);

  @Test
  void readsOfBytesWhatItReadsOfText() {
    int standing = 0;
    for (int layout = 0; layout < 4; layout++) {
      int kind = layout;
      List<String> lines = IntStream.range(0, 3000).mapToObj(i -> line(kind, i)).toList();
      List<String> mutated = lines.stream().map(this::mutated).toList();
      SourceParser bytes = new Formats().detect(lines.subList(0, 300), ZoneOffset.UTC, MODIFIED);
      SourceParser text = new Formats().detect(lines.subList(0, 300), ZoneOffset.UTC, MODIFIED);
      Reading compiled = new Reading(bytes, true);
      Reading general = new Reading(text, false);
      mutated.forEach(compiled::line);
      mutated.forEach(general::line);
      assertThat(compiled.events()).isEqualTo(general.events());
      standing += compiled.compiled;
    }
    assertThat(standing).as("lines read where they stand").isGreaterThan(1000);
  }

  private String line(int layout, int number) {
    Instant time = MODIFIED.minusSeconds(90_000).plusMillis(number * 700L);
    String level = List.of("INFO", "WARN", "ERROR", "debug").get(random.nextInt(4));
    String id = random.nextInt(4) == 0 ? "-" : "%016x%08x".formatted(random.nextLong(), number);
    String message = MESSAGES[random.nextInt(MESSAGES.length)] + " " + random.nextInt(900);
    return switch (layout) {
      case 0 ->
          "%s %s cart node-%d %s c.a.Cart#%d - %s"
              .formatted(time, level, random.nextInt(40), id, random.nextInt(90), message);
      case 1 -> "%s %-5s [worker-%d] c.a.Cart - %s".formatted(time, level, number % 9, message);
      case 2 -> "%s | %-5s | %s | %s".formatted(time, level, id, message);
      default ->
          "%s %s %d cart: %s"
              .formatted(time.toString().replace('T', ' '), level, random.nextInt(9999), message);
    };
  }

  /** Most lines as they are, some with a few characters put in, left out or altered. */
  private String mutated(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = random.nextInt(3) == 0 ? 3 : 0; i > 0; i--) {
      int at = random.nextInt(Math.min(text.length(), 90));
      String extra = EXTRA[random.nextInt(EXTRA.length)];
      text.replace(at, Math.min(text.length(), at + random.nextInt(2)), extra);
    }
    return text.toString();
  }

  /** One reading of the lines, in one of the two ways. */
  private static final class Reading {
    private final SourceParser parser;
    private final boolean ascii;
    private final List<LogEvent> events = new ArrayList<>();
    private @Nullable Draft open;
    private int compiled;

    Reading(SourceParser parser, boolean ascii) {
      this.parser = parser;
      this.ascii = ascii;
    }

    void line(String line) {
      byte[] bytes = ("<" + line + "\r\n>").getBytes(StandardCharsets.US_ASCII);
      AsciiLine at = new AsciiLine();
      at.of(bytes, 1, bytes.length - 1);
      Draft draft = ascii ? parser.start(at) : null;
      compiled += draft == null ? 0 : 1;
      if (draft == null && !line.isBlank()) {
        draft = parser.start(line);
      }
      if (draft == null && open != null) {
        parser.join(open, line);
      } else {
        end();
        open = draft == null ? parser.orphan(line) : draft;
      }
    }

    private void end() {
      if (open != null) {
        parser.finish(open);
        Origin origin = new Origin("0", "a.log", 0, events.size() + 1, 1);
        RawLine raw = RawLine.of("", StandardCharsets.UTF_8);
        events.add(open.event(origin, raw, NONE, null));
        open = null;
      }
    }

    List<LogEvent> events() {
      end();
      return events;
    }
  }
}
