// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.event.Severity;
import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Random events of a small world, ordinary and strange ones, so that queries often match some. */
public final class RandomEvents {
  public static final List<String> WORDS =
      List.of(
          "timeout",
          "Timeout",
          "error",
          "connection",
          "reset",
          "by",
          "peer",
          "A-17",
          "404",
          "200",
          "12ms",
          "com.acme.Pay",
          "order_id=A-17",
          "status:404",
          "zo\u00eb",
          "日本",
          "a",
          "x9",
          "deadbeef",
          "3f2a-11",
          "->",
          "path/with/1",
          "user=\"bob\"",
          "not",
          "or");
  public static final List<String> ATTRIBUTES =
      List.of("status", "order_id", "duration", "size", "user", "k\u0000ey", "Service", "a b", "k");
  public static final List<String> VALUES =
      List.of(
          "404",
          "200",
          "A-17",
          "a-17",
          "2s",
          "1500ms",
          "10MB",
          "5",
          "-1.5",
          "bob",
          "Bob Smith",
          "",
          "checkout",
          "web",
          "web-1",
          "main",
          "com.acme.Pay",
          "java.io.IOException",
          "1.10",
          "1.9",
          "x\u0000y",
          "timeout",
          "\uD800?",
          "L".repeat(600),
          "aa11bb22cc33",
          "error");
  private static final TimeQuality[] QUALITIES = {
    TimeQuality.EXACT,
    TimeQuality.ZONE_ASSUMED,
    new TimeQuality(
        TimeQuality.Source.READ,
        TimeQuality.Zone.RULE,
        EnumSet.of(TimeQuality.Doubt.YEAR, TimeQuality.Doubt.CLAMPED))
  };

  private static final Severity[] LEVELS = Severity.values();

  private final Random random;
  private final List<Events> sources = new ArrayList<>();

  /** Draws from {@code random}. */
  public RandomEvents(Random random) {
    this.random = random;
    for (int i = 0; i < 4; i++) {
      sources.add(new Events("00000000000000a" + i, "logs/app-" + i + ".log"));
    }
  }

  /** The next {@code count} events, in no order of time, some at equal times. */
  public List<LogEvent> next(int count) {
    List<LogEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(next());
    }
    return events;
  }

  private LogEvent next() {
    String body = text(1 + random.nextInt(8));
    String raw = raw(body);
    LogEvent event =
        one(sources).event(body, raw.getBytes(StandardCharsets.UTF_8), this::decorated);
    long nanos = EventTime.nanos(Events.START) + random.nextInt(400) * 250_000_000L;
    Pattern pattern =
        random.nextInt(3) == 0
            ? null
            : new Pattern(one(List.of("aa11bb22cc33", "0123456789ab")), "error <num> " + text(1));
    return Events.with(
        event,
        new EventTime(nanos, QUALITIES[random.nextInt(QUALITIES.length)]),
        LEVELS[random.nextInt(7)],
        pattern);
  }

  private String raw(String body) {
    return switch (random.nextInt(5)) {
      case 0 -> body;
      case 1 -> "x" + body + "y\n";
      case 2 -> "{\"m\":\"" + body.replace("\"", "\\\"") + "\",\"status\":404}\r\n";
      case 3 -> text(2) + " " + body + "\n\tat " + text(1) + "\n";
      default -> text(3) + "\n";
    };
  }

  private EventBuilder decorated(EventBuilder event) {
    if (random.nextBoolean()) {
      event.service(one(VALUES)).host(one(List.of("web-1", "WEB-1", "db"))).version(one(VALUES));
    }
    if (random.nextBoolean()) {
      event.logger("com.acme.Pay").thread(one(VALUES)).traceId(one(VALUES)).spanId(one(VALUES));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      event.attribute(one(ATTRIBUTES), one(VALUES));
    }
    if (random.nextInt(4) == 0) {
      event.attribute("unique", "u" + random.nextInt(1_000_000));
    }
    return random.nextInt(4) == 0 ? event.exception(exception(2)) : event;
  }

  private StackTrace exception(int depth) {
    List<StackFrame> frames = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      frames.add(
          new StackFrame(one(List.of("com.acme.Pay", "")), one(WORDS), null, i, i % 2 * 70_000));
    }
    return new StackTrace(
        one(List.of("java.io.IOException", "TimeoutException", "error")),
        text(random.nextInt(3)),
        frames,
        depth > 0 && random.nextBoolean() ? exception(depth - 1) : null);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(one(WORDS));
    }
    return text.toString();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
