// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.incident.Incidents;
import dev.clew.incident.store.SqlIncidents;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentRoutesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> '; DROP TABLE incident; -- \u202e =cmd|' /C calc'!A0 \u0007 🎫";

  @TempDir Path folder;

  private LogStore store;
  private Incidents incidents;
  private Served served;

  @BeforeEach
  void serve() {
    store = new ListLogStore();
    Logs logs = new Logs();
    for (int i = 0; i < 40; i++) {
      int second = i;
      logs.add(
          second,
          "step " + second + " failed",
          event -> event.service("pay").severity(second % 4 == 0 ? "ERROR" : "INFO"));
    }
    store.append(logs.events(), Map.of());
    store.refresh();
    incidents = SqlIncidents.in(folder);
    served = Served.writing(store, Map.of(), List.of(), incidents);
  }

  @AfterEach
  void stop() {
    served.close();
    incidents.close();
  }

  private HttpResponse<String> post(String address, String body) {
    return served.post(
        "/api/" + address,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  private JsonNode told(String address, String body) {
    HttpResponse<String> response = post(address, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private String problem(String address, String body) {
    String type = JSON.readTree(post(address, body).body()).path("type").asString("none");
    return type.substring(type.indexOf('#') + 1);
  }

  private JsonNode opened() {
    return told("incidents", "{'title': 'Cards fail', 'by': 'ann'}".replace('\'', '"'));
  }

  private JsonNode pinned(String kind, String path, String... parameters) {
    return told("incidents/INC-1/evidence", pin(kind, path, parameters)).get("evidence");
  }

  private static String pin(String kind, String path, String... parameters) {
    Map<String, Object> asked = new java.util.TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      asked.put(parameters[i], parameters[i + 1]);
    }
    return JSON.writeValueAsString(
        Map.of(
            "kind",
            kind,
            "title",
            "t",
            "by",
            "ann",
            "ask",
            Map.of("path", path, "parameters", asked)));
  }

  private static List<String> texts(JsonNode nodes, String name) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.get(name).asString()));
    return texts;
  }

  private JsonNode check() {
    return told("incidents/INC-1/check", "{\"by\": \"ann\"}").at("/evidence/0/check");
  }

  @Test
  void opensListsAndTellsAnIncident() {
    assertThat(served.get("/api/incidents").toString())
        .isEqualTo("{\"keeps\":true,\"incidents\":[]}");
    JsonNode incident = opened();
    assertThat(incident.get("id").asString()).isEqualTo("INC-1");
    assertThat(incident.get("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(incident.get("severity").isNull()).isTrue();
    assertThat(texts(incident.get("blocks"), "section"))
        .containsExactly(
            "summary",
            "impact",
            "timeline",
            "root-cause",
            "root-cause",
            "contributing",
            "went-well",
            "went-badly",
            "actions",
            "review");
    assertThat(served.get("/api/incidents/INC-1")).isEqualTo(incident);
    assertThat(served.get("/api/incidents").at("/incidents/0/title").asString())
        .isEqualTo("Cards fail");
  }

  @Test
  void altersTheHeadAndShowsWhatStandsWhenSomebodyElseDid() {
    opened();
    String body =
        "{\"revision\":1,\"by\":\"bo\",\"severity\":\"sev1\",\"status\":\"mitigated\",\"review\":\"in-review\"}";
    JsonNode incident = told("incidents/INC-1", body);
    assertThat(incident.get("severity").asString()).isEqualTo("sev1");
    assertThat(texts(incident.get("reviews"), "state")).containsExactly("draft", "in-review");
    HttpResponse<String> conflict = post("incidents/INC-1", body);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(conflict.body()).at("/current")).isEqualTo(incident);
  }

  @Test
  void marksTellDurations() {
    opened();
    told(
        "incidents/INC-1/marks",
        "{\"kind\":\"started\",\"time\":\"2026-11-21T14:00:00.000000001Z\",\"by\":\"ann\"}");
    JsonNode incident =
        told(
            "incidents/INC-1/marks",
            "{\"kind\":\"detected\",\"time\":\"2026-11-21T15:01:30.5+01:00\",\"by\":\"ann\"}");
    assertThat(incident.at("/durations/toDetectMs").asLong()).isEqualTo(90_499);
    assertThat(incident.at("/durations/toResolveMs").isNull()).isTrue();
    assertThat(incident.at("/marks/0/time").asString()).isEqualTo("2026-11-21T14:00:00.000000001Z");
    assertThat(texts(incident.get("items"), "id")).containsExactly("M-started", "M-detected");
    assertThat(
            told("incidents/INC-1/marks", "{\"kind\":\"started\",\"time\":null,\"by\":\"ann\"}")
                .get("marks"))
        .hasSize(1);
    assertThat(problem("incidents/INC-1/marks", "{\"kind\":\"begun\",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
    assertThat(
            problem(
                "incidents/INC-1/marks",
                "{\"kind\":\"started\",\"time\":\"yesterday\",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
    assertThat(
            problem(
                "incidents/INC-1/marks",
                "{\"kind\":\"started\",\"time\":\"2026-11-21T14:00:00Z\",\"evidence\":\"E1\",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
  }

  @Test
  void aPinIsTheAnswerThatTheRouteGaveByteForByte() throws Exception {
    opened();
    JsonNode evidence = pinned("rows", "/api/search", "q", "level:error", "limit", "3");
    assertThat(evidence.get("total").asLong()).isEqualTo(10);
    assertThat(evidence.at("/ask/parameters/from").asString())
        .isEqualTo(evidence.at("/range/from").asString());
    HttpResponse<String> whole = served.ask("GET", "/api/incidents/INC-1/evidence/E1");
    String copy = whole.body().substring(whole.body().indexOf("\"copy\":") + 7);
    byte[] bytes = copy.substring(0, copy.length() - 1).getBytes(StandardCharsets.UTF_8);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo(evidence.get("sha256").asString());
    assertThat(bytes).hasSize(evidence.get("bytes").asInt());
    JsonNode answer = JSON.readTree(bytes);
    assertThat(answer.get("events")).hasSize(3);
    JsonNode asked =
        served.get(
            "/api/search",
            "q",
            "level:error",
            "limit",
            "3",
            "from",
            evidence.at("/range/from").asString(),
            "to",
            evidence.at("/range/to").asString());
    assertThat(answer.get("events")).isEqualTo(asked.get("events"));
  }

  @Test
  void everyKindIsOneMechanism() {
    opened();
    String event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
    assertThat(pinned("row", "/api/events/" + event, "context", "3").get("total").asLong())
        .isEqualTo(1);
    assertThat(pinned("chart", "/api/histogram", "q", "level:error").get("total").asLong())
        .isEqualTo(10);
    assertThat(pinned("patterns", "/api/patterns").get("total").asLong()).isEqualTo(40);
    assertThat(
            pinned("comparison", "/api/explain", "q", "level:error", "vs", "level:info")
                .get("total")
                .asLong())
        .isEqualTo(10);
    assertThat(pinned("trace", "/api/correlate", "value", "7").get("first").isNull()).isFalse();
    assertThat(pinned("timeline", "/api/timeline").get("total").asLong()).isEqualTo(40);
    assertThat(pinned("suspect", "/api/suspects", "event", event).get("range").isNull()).isTrue();
    JsonNode incident = told("incidents/INC-1/check", "{\"by\":\"ann\"}");
    assertThat(incident.get("evidence")).hasSize(7);
    for (JsonNode evidence : incident.get("evidence")) {
      assertThat(evidence.at("/check/state").asString()).as(evidence.toString()).isEqualTo("same");
    }
  }

  @Test
  void theSamePinnedAgainIsKnown() {
    opened();
    String pin = pin("chart", "/api/histogram", "q", "level:error");
    assertThat(told("incidents/INC-1/evidence", pin).get("known").asBoolean()).isFalse();
    JsonNode again = told("incidents/INC-1/evidence", pin);
    assertThat(again.get("known").asBoolean()).isTrue();
    assertThat(again.at("/evidence/id").asString()).isEqualTo("E1");
  }

  @Test
  void aTimeThatIsTypedIsWrittenOut() {
    opened();
    JsonNode evidence =
        pinned("rows", "/api/search", "q", "level:error last 1h", "timeout", "5000");
    JsonNode parameters = evidence.at("/ask/parameters");
    assertThat(parameters.get("q").asString()).isEqualTo("level:error");
    assertThat(Instant.parse(parameters.get("to").asString()))
        .isEqualTo(Instant.parse(parameters.get("from").asString()).plusSeconds(3600));
    assertThat(parameters.has("timeout")).isFalse();
  }

  @Test
  void whatIsNoAnswerOfTheKindIsNotPinned() {
    opened();
    for (String path :
        List.of(
            "/api/status",
            "/api/incidents",
            "/api/histogram",
            "//api/search",
            "/api/search/",
            "/",
            "")) {
      assertThat(problem("incidents/INC-1/evidence", pin("rows", path)))
          .as(path)
          .isEqualTo("cannot-pin");
    }
    assertThat(problem("incidents/INC-1/evidence", pin("row", "/api/events/nothing")))
        .isEqualTo("unknown-event");
    assertThat(problem("incidents/INC-1/evidence", pin("rows", "/api/search", "limit", "no")))
        .isEqualTo("bad-parameter");
    assertThat(problem("incidents/INC-1/evidence", pin("rows", "/api/search", "x", "y")))
        .isEqualTo("unknown-parameter");
    assertThat(problem("incidents/INC-1/evidence", pin("rows", "/api/search?q=x")))
        .isEqualTo("unreadable-note");
    assertThat(problem("incidents/INC-1/evidence", pin("sound", "/api/search")))
        .isEqualTo("unreadable-note");
    assertThat(problem("incidents/INC-9/evidence", pin("rows", "/api/search")))
        .isEqualTo("unknown-incident");
    String chosen =
        pin("suspect", "/api/suspects")
            .replace("{\"", "{\"")
            .replaceFirst("\\{", "{\"chosen\":{\"kind\":\"commit\",\"id\":\"x\"},");
    assertThat(problem("incidents/INC-1/evidence", chosen)).isEqualTo("cannot-pin");
    assertThat(served.get("/api/incidents/INC-1").get("evidence")).isEmpty();
  }

  @Test
  void evidenceThatIsNotInTheIndexAnyMoreIsGoneAndItsCopyStays() {
    opened();
    pinned("rows", "/api/search", "q", "level:error");
    String before = served.ask("GET", "/api/incidents/INC-1/evidence/E1").body();
    assertThat(check().get("state").asString()).isEqualTo("same");
    store.expireBefore(Logs.START.plusSeconds(20));
    JsonNode fewer = check();
    assertThat(fewer.get("state").asString()).isEqualTo("now");
    assertThat(fewer.get("was").asString()).isEqualTo("10");
    assertThat(fewer.get("now").asString()).isEqualTo("5");
    assertThat(fewer.get("why").asString()).contains("the index now begins at");
    store.expireBefore(Logs.START.plusSeconds(4_000));
    JsonNode gone = check();
    assertThat(gone.get("state").asString()).isEqualTo("gone");
    String after = served.ask("GET", "/api/incidents/INC-1/evidence/E1").body();
    assertThat(after.substring(after.indexOf("\"copy\"")))
        .isEqualTo(before.substring(before.indexOf("\"copy\"")));
  }

  @Test
  void aRowThatExpiredIsGone() {
    opened();
    String event = served.get("/api/search", "q", "level:error").at("/events/0/id").asString();
    pinned("row", "/api/events/" + event, "context", "0");
    store.expireBefore(Logs.START.plusSeconds(4_000));
    assertThat(check().get("state").asString()).isEqualTo("gone");
    assertThat(check().get("why").asString()).isEqualTo("the event is not in the index any more");
  }

  @Test
  void evidenceIsNowAnotherWhenMoreEventsCame() {
    opened();
    pinned("chart", "/api/histogram", "q", "level:error");
    Logs more = new Logs().into("late.log");
    more.add(5.5, "late", event -> event.service("pay").severity("ERROR"));
    store.append(more.events(), Map.of());
    store.refresh();
    JsonNode check = check();
    assertThat(check.get("state").asString()).isEqualTo("now");
    assertThat(check.get("was").asString() + check.get("now").asString()).isEqualTo("1011");
    assertThat(check.get("why").asString()).isEqualTo("it was 10 and is 11");
  }

  @Test
  void evidenceIsRenamedRemovedAndRestored() {
    opened();
    pinned("chart", "/api/histogram");
    String address = "incidents/INC-1/evidence/E1";
    assertThat(
            told(address, "{\"title\":\"errors\",\"by\":\"bo\"}")
                .at("/evidence/0/title")
                .asString())
        .isEqualTo("errors");
    JsonNode without = told(address, "{\"remove\":true,\"by\":\"bo\"}");
    assertThat(without.get("evidence")).isEmpty();
    assertThat(texts(without.get("removed"), "id")).containsExactly("E1");
    assertThat(told(address, "{\"restore\":true,\"by\":\"bo\"}").get("evidence")).hasSize(1);
    assertThat(problem("incidents/INC-1/evidence/E7", "{\"remove\":true,\"by\":\"bo\"}"))
        .isEqualTo("unknown-incident");
  }

  @Test
  void itemsComeFromEvidenceWithItsTime() {
    opened();
    JsonNode evidence = pinned("rows", "/api/search", "q", "level:error");
    JsonNode incident =
        told(
            "incidents/INC-1/items",
            "{\"kind\":\"event\",\"text\":\"it broke\",\"evidence\":\"E1\",\"by\":\"ann\"}");
    assertThat(incident.at("/items/0/time")).isEqualTo(evidence.get("first"));
    assertThat(incident.at("/items/0/sourced").asBoolean()).isTrue();
    assertThat(incident.at("/evidence/0/used").toString()).isEqualTo("[\"T1\"]");
    assertThat(
            problem(
                "incidents/INC-1/items", "{\"kind\":\"note\",\"text\":\"when?\",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
    String altered =
        "{\"revision\":1,\"text\":\"it broke at once\",\"evidence\":\"\",\"by\":\"bo\"}";
    JsonNode item = told("incidents/INC-1/items/T1", altered).at("/items/0");
    assertThat(item.get("sourced").asBoolean()).isFalse();
    HttpResponse<String> conflict = post("incidents/INC-1/items/T1", altered);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(conflict.body()).get("current")).isEqualTo(item);
    assertThat(
            told("incidents/INC-1/items/T1", "{\"revision\":2,\"remove\":true,\"by\":\"bo\"}")
                .get("items"))
        .isEmpty();
    assertThat(problem("incidents/INC-1/items/M-started", "{\"revision\":1,\"by\":\"bo\"}"))
        .isEqualTo("unreadable-note");
  }

  @Test
  void aBlockKeepsBothTextsAndEveryVersion() {
    opened();
    told("incidents/INC-1/blocks/B1", "{\"revision\":1,\"text\":\"mine\",\"by\":\"ann\"}");
    HttpResponse<String> conflict =
        post("incidents/INC-1/blocks/B1", "{\"revision\":1,\"text\":\"yours\",\"by\":\"bo\"}");
    assertThat(conflict.statusCode()).isEqualTo(409);
    JsonNode current = JSON.readTree(conflict.body()).get("current");
    assertThat(current.toString())
        .isEqualTo(
            "{\"revision\":2,\"text\":\"mine\",\"by\":\"ann\",\"time\":\"2026-11-21T15:00:00Z\"}");
    told("incidents/INC-1/blocks/B1", "{\"revision\":2,\"text\":\"yours\",\"by\":\"bo\"}");
    assertThat(texts(served.get("/api/incidents/INC-1/blocks/B1/versions").get("versions"), "text"))
        .containsExactly("", "mine", "yours");
  }

  @Test
  void commentsAreTakenAndResolved() {
    opened();
    told("incidents/INC-1/blocks/B4/comments", "{\"text\":\"sure?\",\"by\":\"bo\"}");
    JsonNode incident =
        told(
            "incidents/INC-1/blocks/B4/comments",
            "{\"id\":\"C1\",\"resolved\":true,\"by\":\"ann\"}");
    assertThat(incident.at("/blocks/3/comments/0/resolved").asBoolean()).isTrue();
    assertThat(problem("incidents/INC-1/blocks/B4/comments", "{\"by\":\"bo\"}"))
        .isEqualTo("unreadable-note");
    assertThat(texts(served.get("/api/incidents/INC-1/history").get("entries"), "what"))
        .containsExactly("opened", "commented", "resolved");
  }

  @Test
  void hostileTextsComeBackAsTheyWent() {
    String hostile = JSON.writeValueAsString(HOSTILE);
    assertThat(problem("incidents", "{\"title\":" + hostile + ",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
    opened();
    told("incidents/INC-1/blocks/B1", "{\"revision\":1,\"text\":" + hostile + ",\"by\":\"ann\"}");
    told(
        "incidents/INC-1/items",
        "{\"time\":\"2026-11-21T14:00:00Z\",\"kind\":\"note\",\"text\":"
            + hostile
            + ",\"by\":\"ann\"}");
    JsonNode incident =
        told("incidents/INC-1/blocks/B1/comments", "{\"text\":" + hostile + ",\"by\":\"<b>\"}");
    assertThat(incident.at("/blocks/0/text").asString()).isEqualTo(HOSTILE);
    assertThat(incident.at("/blocks/0/comments/0/text").asString()).isEqualTo(HOSTILE);
    assertThat(incident.at("/items/0/text").asString()).isEqualTo(HOSTILE);
  }

  @Test
  void limitsAreTold() {
    opened();
    String longer = "x".repeat(Incidents.LONGEST_BLOCK + 1);
    String block = "incidents/INC-1/blocks/B1";
    assertThat(problem(block, "{\"revision\":1,\"text\":\"" + longer + "\",\"by\":\"ann\"}"))
        .isEqualTo("unreadable-note");
    String all = "\\u0041".repeat(Incidents.LONGEST_BLOCK);
    assertThat(
            told(block, "{\"revision\":1,\"text\":\"" + all + "\",\"by\":\"ann\"}")
                .at("/blocks/0/text")
                .asString())
        .hasSize(Incidents.LONGEST_BLOCK);
    assertThat(problem(block, "{\"text\":\"" + "x".repeat(1_100_000) + "\"}"))
        .isEqualTo("body-too-large");
    for (String body :
        List.of(
            "null",
            "[1",
            "{}",
            "\"x\"",
            "{\"title\":\"x\"}",
            "{\"title\":\"x\",\"by\":\"" + "n".repeat(81) + "\"}",
            "{\"title\":\"x\",\"by\":\"n\",\"severity\":\"sev9\"}",
            "{\"title\":\"x\",\"by\":\"n\",\"zone\":\"Mars\"}")) {
      assertThat(problem("incidents", body)).as(body).isEqualTo("unreadable-note");
    }
    HttpResponse<String> form =
        served.post(
            "/api/incidents",
            "title=x".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.statusCode()).isEqualTo(415);
    HttpResponse<String> foreign =
        served.post(
            "/api/incidents",
            new byte[0],
            "Content-Type",
            "application/json",
            "Origin",
            "http://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void shortLinksLeadOnlyToThisServer() {
    String id = told("links", "{\"path\":\"/i?v=1&q=a%20b\"}").get("id").asString();
    HttpResponse<String> lead = served.ask("GET", "/k/" + id);
    assertThat(lead.statusCode()).isEqualTo(302);
    assertThat(lead.headers().firstValue("Location")).contains("/i?v=1&q=a%20b");
    for (String path :
        List.of(
            "//evil.example",
            "/\\\\evil.example",
            "http://evil.example",
            "javascript:alert(1)",
            "",
            "/a\\r\\nSet-Cookie: x")) {
      assertThat(problem("links", "{\"path\":\"" + path + "\"}"))
          .as(path)
          .isEqualTo("unreadable-note");
    }
    assertThat(served.problem("/k/nothing").get("type").asString()).endsWith("unknown-incident");
  }

  @Test
  void nothingIsTakenWhereNothingIsKept() {
    try (Served reading = Served.events(List.of())) {
      assertThat(reading.get("/api/incidents").toString())
          .isEqualTo("{\"keeps\":false,\"incidents\":[]}");
      assertThat(reading.problem("/api/incidents/INC-1").get("status").asInt()).isEqualTo(404);
      HttpResponse<String> refused =
          reading.post(
              "/api/incidents",
              "{}".getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/json");
      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
      assertThat(reading.problem("/k/x").get("status").asInt()).isEqualTo(404);
    }
  }

  @Test
  void onlyTheAddressesThatTakeSomethingTakePost() {
    opened();
    for (String address :
        List.of(
            "incidents/INC-1/history",
            "incidents/INC-1/nothing",
            "incidents/INC-1/items/T1/x",
            "search")) {
      assertThat(post(address, "{}").statusCode()).as(address).isEqualTo(405);
    }
  }

  @Test
  void whatWasAnsweredIsThereAfterAnotherStart() {
    opened();
    pinned("chart", "/api/histogram");
    JsonNode before = served.get("/api/incidents/INC-1");
    served.close();
    served = Served.writing(new ListLogStore(), Map.of(), List.of(), SqlIncidents.in(folder));
    assertThat(served.get("/api/incidents/INC-1")).isEqualTo(before);
  }
}
