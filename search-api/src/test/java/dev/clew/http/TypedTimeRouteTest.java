// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Deploy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A time typed in the query text means the same wherever a query text is taken. */
class TypedTimeRouteTest {
  private static final String HALF = "15:10-15:20 timeout";

  private static Served served;

  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int minute = 0; minute < 30; minute++) {
      logs.add(minute * 60, "timeout " + minute, event -> event.service("pay"));
    }
    served =
        Served.with(
            logs.events(),
            Map.of(),
            List.of(new Deploy(Logs.START.plusSeconds(1_200), "pay", "2", "9f31c2ab04d1", "kim")));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search,/total/value",
    "/api/histogram,/total/value",
    "/api/fields,/total",
    "/api/facets,/total/value",
    "/api/patterns,/total"
  })
  void narrowsEveryAnswer(String path, String total) {
    assertThat(served.get(path, "q", HALF).at(total).asLong()).isEqualTo(10);
    assertThat(served.get(path, "q", "since deploy pay timeout").at(total).asLong()).isEqualTo(10);
    assertThat(served.get(path, "q", "\"15:10-15:20\" timeout").at(total).asLong()).isZero();
  }

  @Test
  void goesBeforeTheTimesBeside() {
    JsonNode answer =
        served.get("/api/histogram", "q", HALF, "from", "2026-11-21T14:00:00Z", "to", "2026-11-22");

    assertThat(answer.get("from").asString()).isEqualTo("2026-11-21T14:10:00Z");
    assertThat(answer.get("to").asString()).isEqualTo("2026-11-21T14:20:00Z");
  }

  @Test
  void isToldTheSameWayBySearchAndByExplanation() {
    JsonNode searched = served.get("/api/search", "q", HALF).get("query");

    assertThat(searched).isEqualTo(served.get("/api/explain-query", "q", HALF));
    assertThat(searched.at("/notices/0/message").asString())
        .isEqualTo("read as time: from 2026-11-21T14:10:00Z to 2026-11-21T14:20:00Z");
    assertThat(searched.at("/notices/0/fix").asString()).isEqualTo("\"15:10-15:20\" timeout");
    assertThat(searched.get("words").asString()).isEqualTo("text has \"timeout\"");
  }

  @Test
  void endsWhereTheEventsEndWhenOpen() {
    JsonNode answer = served.get("/api/histogram", "q", "since deploy pay");

    assertThat(answer.get("to").asString()).isEqualTo("2026-11-21T14:29:00.000000001Z");
  }
}
