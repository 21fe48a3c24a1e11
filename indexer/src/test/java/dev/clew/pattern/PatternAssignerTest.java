// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.Pattern;
import dev.clew.event.RawLine;
import dev.clew.event.StackTrace;
import dev.clew.event.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PatternAssignerTest {
  private final PatternAssigner assigner = new PatternAssigner();

  @Test
  void givesEventsOfOneStatementOnePattern() {
    Pattern first = assigner.assign(event("charged order 7712 in 12ms").build());
    Pattern second = assigner.assign(event("charged order 9 in 1.5s").build());

    assertThat(second).isEqualTo(first);
    assertThat(first.template()).isEqualTo("charged order <num> in <duration>");
    assertThat(first.id()).matches("[0-9a-f]{12}");
  }

  @Test
  void tellsServiceLoggerAndSeverityApart() {
    List<Pattern> patterns =
        List.of(
            assigner.assign(event("started").build()),
            assigner.assign(event("started").service("cart").build()),
            assigner.assign(event("started").logger("cart").build()),
            assigner.assign(event("started").severity("error").build()));

    assertThat(patterns).extracting(Pattern::id).doesNotHaveDuplicates();
  }

  @Test
  void keepsItsIdsForEver() {
    EventBuilder event = event("charged order 7712 in 12ms").service("payment").severity("INFO");

    assertThat(assigner.assign(event.logger("Charges").build()).id()).isEqualTo("1168fdcc4898");
  }

  @Test
  void answersTheSameInAnyOrder() {
    List<LogEvent> events = new ArrayList<>();
    RandomText random = new RandomText(42);
    for (int i = 0; i < 5_000; i++) {
      events.add(event(random.next()).service("s" + i % 3).build());
    }
    Map<LogEvent, Pattern> forwards = new HashMap<>();
    events.forEach(event -> forwards.put(event, assigner.assign(event)));
    Collections.shuffle(events, new Random(1));

    PatternAssigner other = new PatternAssigner();
    assertThat(events)
        .allSatisfy(event -> assertThat(other.assign(event)).isEqualTo(forwards.get(event)));
  }

  @Test
  void looksAtTheFirstLineThatIsNotBlank() {
    Pattern plain = assigner.assign(event("order 7 failed").build());

    assertThat(assigner.assign(event("\n  order 8 failed\r\n\tat a.B.c(B.java:7)").build()))
        .isEqualTo(plain);
  }

  @Test
  void fallsBackToTheTypeOfTheException() {
    StackTrace trace = new StackTrace("java.io.IOException", "disk 7 full", List.of(), null);

    assertThat(assigner.assign(event(" \n").exception(trace).build()).template())
        .isEqualTo("java.io.IOException");
  }

  @Test
  void tellsLongBodiesApartBehindTheEndOfTheirTemplate() {
    Pattern one = assigner.assign(event("word ".repeat(2_000) + "ok").build());
    Pattern other = assigner.assign(event("word ".repeat(2_000) + "failed").build());

    assertThat(one.template()).hasSize(400).endsWith("\u2026").isEqualTo(other.template());
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  private static EventBuilder event(String body) {
    return new EventBuilder(
            new Origin("test", "app.log", 0, 1, 1),
            RawLine.of(body, StandardCharsets.UTF_8),
            new EventTime(0, TimeQuality.OBSERVED))
        .body(body);
  }
}
