// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Three hosts, one of them 37 s ahead, one 2.5 s: db fails, therefore pay, therefore web. */
class CorrectedClocksTest {
  private static final Map<String, Double> AHEAD = Map.of("web", 0.0, "pay", 37.0, "db", 2.5);
  private static Served served;

  @BeforeAll
  static void serve() {
    Logs logs = new Logs();
    for (int i = 0; i < 40; i++) {
      double at = 60 + i * 10;
      boolean failing = i == 30;
      line(logs, i, at, "web", "order received", false);
      line(logs, i, at + 0.010, "pay", "authorising", false);
      line(logs, i, at + 0.020, "db", "query", false);
      line(logs, i, at + 0.380, "db", failing ? "disk full" : "done", failing);
      line(logs, i, at + 0.390, "pay", failing ? "no database" : "authorised", failing);
      line(logs, i, at + 0.400, "web", failing ? "not ordered" : "ordered", failing);
    }
    served = Served.events(logs.events());
  }

  private static void line(
      Logs logs, int request, double at, String service, String text, boolean error) {
    logs.into(service + ".log." + request + "." + text)
        .add(
            at + AHEAD.get(service),
            text,
            event ->
                event
                    .service(service)
                    .host(service + "-1")
                    .severity(error ? "ERROR" : "INFO")
                    .traceId("%032x".formatted(request + 1)));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void putsTheCauseBeforeItsEffectInAUnitOfWork() {
    String trace = "%032x".formatted(31);
    List<String> failing = List.of("disk full", "no database", "not ordered");

    assertThat(errors(served.get("/api/correlate", "key", "trace", "value", trace)))
        .containsExactly("not ordered", "disk full", "no database");
    JsonNode corrected =
        served.get("/api/correlate", "key", "trace", "value", trace, "skew", "correct");
    assertThat(errors(corrected)).isEqualTo(failing);
    assertThat(corrected.at("/skew/clocks").size()).isEqualTo(3);
  }

  @Test
  void putsTheLaneThatFailedFirstOnTopAndSaysByHowMuchEachClockWasMoved() {
    assertThat(lanes(served.get("/api/timeline"))).containsExactly("web", "db", "pay");
    JsonNode corrected = served.get("/api/timeline", "skew", "correct");

    assertThat(lanes(corrected)).containsExactly("db", "pay", "web");
    assertThat(corrected.at("/total/value").asInt()).isEqualTo(240);
    double reference = AHEAD.get(corrected.at("/skew/reference/name").asString().split("-")[0]);
    for (JsonNode clock : corrected.at("/skew/clocks")) {
      double truth = AHEAD.get(clock.at("/clock/name").asString().split("-")[0]) - reference;
      assertThat(clock.at("/skew/aheadMs").asDouble() / 1e3).isBetween(truth - 0.01, truth + 0.01);
    }
  }

  @Test
  void countsEachEventOnceInTheCellOfItsCorrectedTime() {
    JsonNode corrected = served.get("/api/timeline", "skew", "correct", "buckets", "1000");

    List<List<Integer>> filled = new ArrayList<>();
    for (JsonNode lane : corrected.get("lanes")) {
      List<Integer> cells = new ArrayList<>();
      for (int i = 0; i < corrected.get("cells").asInt(); i++) {
        if (lane.at("/levels/error/" + i).asInt() > 0) {
          cells.add(i);
        }
      }
      filled.add(cells);
    }
    assertThat(filled).allSatisfy(cells -> assertThat(cells).hasSize(1));
    assertThat(filled.get(2).getFirst() - filled.get(0).getFirst()).isBetween(0, 1);
  }

  @Test
  void leavesTimesAsReadUnlessAskedFor() {
    assertThat(served.get("/api/timeline").get("skew").isNull()).isTrue();
  }

  private static List<String> errors(JsonNode unit) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : unit.get("events")) {
      if (each.at("/event/level").asString().equals("error")) {
        texts.add(each.at("/event/message").asString());
      }
    }
    return texts;
  }

  private static List<String> lanes(JsonNode timeline) {
    List<String> names = new ArrayList<>();
    timeline.get("lanes").forEach(lane -> names.add(lane.get("name").asString()));
    return names;
  }
}
