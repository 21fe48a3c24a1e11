// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Log text may be anything; answers about it are valid, harmless and bounded all the same. */
class HostileLogsTest {
  private static final String SCRIPT = "</script><script>alert(1)</script><img onerror=x>";
  private static final String CONTROLS =
      "\u0000\u0001\u001b[31mred\u001b[0m\u2028\u202edesrever\u0085";

  @Test
  void keepsMarkupAndControlCharactersAsText() {
    Logs logs =
        new Logs()
            .add(0, SCRIPT, event -> event.service(SCRIPT).attribute(SCRIPT, SCRIPT))
            .add(1, CONTROLS, event -> event.logger(CONTROLS).attribute("\"},{\"", CONTROLS));
    try (Served served = Served.events(logs.events())) {
      JsonNode events = served.get("/api/search").get("events");

      assertThat(events.at("/0/message").asString()).isEqualTo(CONTROLS);
      assertThat(events.at("/0/attributes").get("\"},{\"").asString()).isEqualTo(CONTROLS);
      assertThat(events.at("/1/message").asString()).isEqualTo(SCRIPT);
      assertThat(events.at("/1/attributes").get(SCRIPT).asString()).isEqualTo(SCRIPT);
      var headers = served.ask("GET", "/api/search").headers();
      assertThat(headers.firstValue("content-type")).contains("application/json");
      assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    }
  }

  @Test
  void mendsWhatUtf8CannotHold() throws CharacterCodingException {
    String lone = "high \ud83d low \ude00 both \ud83d\ude00 end \ud83d";
    Logs logs = new Logs().add(0, lone, event -> event.attribute("k\ud800", lone));
    try (Served served = Served.events(logs.events())) {
      byte[] body = served.bytes("/api/search").body();

      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      JsonNode event = served.get("/api/search").at("/events/0");
      assertThat(event.get("message").asString())
          .isEqualTo("high \ufffd low \ufffd both \ud83d\ude00 end \ufffd");
      assertThat(event.get("attributes").has("k\ufffd")).isTrue();
    }
  }

  @Test
  void showsTheStartOfAVeryLongMessageInAListAndAllOfItAlone() {
    String longText = "x".repeat(1 << 20);
    Logs logs = new Logs().add(0, longText, event -> event).add(1, "short", event -> event);
    try (Served served = Served.events(logs.events())) {
      JsonNode events = served.get("/api/search").get("events");
      assertThat(events.at("/0").has("clipped")).isFalse();
      assertThat(events.at("/1/clipped").asBoolean()).isTrue();
      assertThat(events.at("/1/message").asString()).hasSize(16_384);

      JsonNode alone = served.get("/api/events/" + events.at("/1/id").asString()).get("event");
      assertThat(alone.get("message").asString()).isEqualTo(longText);
      assertThat(alone.has("clipped")).isFalse();
    }
  }

  @Test
  void boundsHowDeepAnExceptionNests() {
    StackFrame frame = new StackFrame("a.B", "c", "B.java", 7);
    StackTrace trace = new StackTrace("a.Root", "", List.of(frame), null);
    for (int i = 0; i < 2_000; i++) {
      trace = new StackTrace("a.E" + i, "m", Collections.nCopies(3, frame), trace);
    }
    StackTrace deep = trace;
    Logs logs = new Logs().add(0, "deep", event -> event.exception(deep));
    try (Served served = Served.events(logs.events())) {
      JsonNode listed = served.get("/api/search").at("/events/0");
      JsonNode alone = served.get("/api/events/" + listed.get("id").asString()).get("event");

      assertThat(depth(listed.get("exception"))).isEqualTo(20);
      assertThat(depth(alone.get("exception"))).isEqualTo(200);
      assertThat(listed.at("/exception/type").asString()).isEqualTo("a.E1999");
      assertThat(listed.get("clipped").asBoolean()).isTrue();
    }
  }

  @Test
  void answersToValuesOfAnyContentThatAreAskedFor() {
    try (Served served = Served.events(new Logs().add(0, SCRIPT, event -> event).events())) {
      for (String text : List.of(SCRIPT, CONTROLS, "%", "a\r\nX-Evil: 1", "\ud83d\ude00")) {
        assertThat(served.get("/api/search", "q", text).at("/query/text").asString())
            .isEqualTo(text);
        HttpResponse<String> refused =
            served.ask("GET", Served.address("/api/search", "order", text));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("x-evil")).isEmpty();
      }
    }
  }

  private static int depth(JsonNode exception) {
    int depth = 0;
    for (JsonNode at = exception; !at.isNull(); at = at.get("cause")) {
      depth++;
    }
    return depth;
  }
}
