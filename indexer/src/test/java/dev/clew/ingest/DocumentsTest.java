// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir Path folder;

  private Readings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), text);
    Readings readings = Readings.of(file);
    assertThat(readings.ledger.isBalanced()).as("%s", readings.ledger).isTrue();
    assertThat(new String(readings.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
    return readings;
  }

  private static String spans(String service, int from, int count) {
    StringBuilder spans = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      spans
          .append(spans.isEmpty() ? "" : ",")
          .append("{\"traceId\":\"4bf9\",\"spanId\":\"%d\",\"name\":\"pay\",".formatted(i))
          .append("\"startTimeUnixNano\":\"1772619072345000000\",")
          .append("\"endTimeUnixNano\":\"1772619072346000000\",\"status\":{}}");
    }
    return """
        {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"%s"}}]},\
        "scopeSpans":[{"scope":{"name":"http"},"spans":[%s]}]}"""
        .formatted(service, spans);
  }

  @Test
  void everyRecordOfALineIsAnEventAndHasWhatIsAroundIt() throws IOException {
    String line = "{\"resourceSpans\":[" + spans("a", 1, 3) + "," + spans("b", 4, 2) + "]}\n";
    Readings readings = read(line + line);
    assertThat(readings.events)
        .extracting(LogEvent::service)
        .containsExactly("a", "a", "a", "b", "b", "a", "a", "a", "b", "b");
    assertThat(readings.events).extracting(LogEvent::logger).containsOnly("http");
    assertThat(readings.events)
        .allSatisfy(event -> assertThat(event.attributes()).containsEntry("duration_ms", "1"));
  }

  @Test
  void processesAreFoundBehindTheirSpans() throws IOException {
    String span =
        """
        {"traceID":"4b","spanID":"%s","operationName":"pay","startTime":1772619072345000,\
        "duration":1500,"processID":"%s","references":[]}""";
    String trace =
        """
        {"traceID":"4b","spans":[%s,%s],"processes":{"p1":{"serviceName":"%s"},\
        "p2":{"serviceName":"stock"}}}""";
    String first = trace.formatted(span.formatted("1", "p1"), span.formatted("2", "p2"), "pay");
    String second = trace.formatted(span.formatted("3", "p2"), span.formatted("4", "p1"), "cart");
    Readings readings = read("{\"data\":[" + first + "," + second + "],\"total\":0}\n");
    assertThat(readings.events)
        .extracting(LogEvent::service)
        .containsExactly("pay", "stock", "stock", "cart");
  }

  @Test
  void documentsOverSeveralLinesGiveTheirRecords() throws IOException {
    Readings readings =
        read(
            """
            {
              "events": [
                {
                  "timestamp": 1772619072345,
                  "message": "ERROR one"
                },
                { "timestamp": 1772619072346, "message": "two" }
              ],
              "next": "x"
            }
            """);
    assertThat(readings.bodies()).containsExactly("one", "two");
  }

  @Test
  void whatBreaksOffStaysAsItIs() throws IOException {
    String line = "{\"resourceSpans\":[" + spans("a", 1, 3);
    Readings readings = read(line.substring(0, line.length() - 60));
    assertThat(readings.events).hasSize(3);
    read("{\"Records\":[{\"time\":1772619072,\"message\":\"a\"},{\"time\":17726");
    read("{\"Records\":[{\"time\":1772619072}]} and text\nmore text\n{\"Records\":[]}\n");
  }

  @Test
  void depthAndSizeHaveLimits() throws IOException {
    StringBuilder many = new StringBuilder("{\"ts\":1772619072,\"msg\":\"many\"");
    for (int i = 0; i < 20_000; i++) {
      many.append(",\"k").append(i).append("\":").append(i);
    }
    String deep = "{\"ts\":1772619072,\"msg\":\"deep\",\"a\":" + "{\"a\":".repeat(90_000);
    String number = "{\"ts\":1772619072,\"msg\":\"long\",\"n\":" + "9".repeat(500_000) + "}\n";
    String huge = "{\"ts\":1772619072,\"msg\":\"huge\",\"n\":1e1000000000}\n";
    Readings readings = read(many + "}\n" + deep + "1" + "}".repeat(90_001) + "\n" + number + huge);
    assertThat(readings.bodies()).containsExactly("many", "deep", "long", "huge");
    assertThat(readings.events.getFirst().attributes())
        .containsKey("dropped_attributes_count")
        .hasSizeLessThanOrEqualTo(500);
    assertThat(readings.events.getLast().attributes()).containsEntry("n", "1e1000000000");
  }

  @Test
  void headersMayChangeInTheMiddle() throws IOException {
    Readings readings =
        read(
            """
            time,message
            2026-03-04T10:11:12Z,one
            time,level,message
            2026-03-04T10:11:13Z,ERROR,two
            """);
    assertThat(readings.bodies()).containsExactly("one", "two");
    assertThat(readings.rejections).hasSize(2);
  }

  @Test
  void wrappedStackTracesAreJoinedInTheirStream() throws IOException {
    String wrapped = "{\"log\":\"%s\\n\",\"stream\":\"%s\",\"time\":\"2026-03-04T10:11:12.%dZ\"}\n";
    Readings readings =
        read(
            wrapped.formatted("2026-03-04 10:11:12.345 ERROR [main] a.Pay - failed", "stdout", 1)
                + wrapped.formatted("java.io.IOException: reset", "stdout", 2)
                + wrapped.formatted("\\tat a.Pay.charge(Pay.java:42)", "stdout", 3)
                + wrapped.formatted("2026-03-04 10:11:13.345 INFO [main] a.Pay - next", "stdout", 4)
                + wrapped.formatted("\\tat a.Cart.add(Cart.java:42)", "stderr", 5));
    assertThat(readings.bodies().subList(0, 2)).isEqualTo(List.of("failed", "next"));
    assertThat(readings.events).hasSize(3);
    assertThat(readings.events.getFirst().exception()).isNotNull();
  }
}
