// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.clew.event.LogEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Lines that were made, or have happened, to break parsers: forged, cut, repeated, impossible. */
class HostileLinesTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String BEFORE =
      "2026-03-04 10:11:11,000 INFO  [main] com.acme.Pay - before\n";
  private static final String AFTER = "2026-03-04 10:11:13,000 INFO  [main] com.acme.Pay - after\n";

  @TempDir Path folder;

  /** Lines by the name of what is hostile about them. */
  private static Map<String, List<String>> corpus() {
    return Map.ofEntries(
        Map.entry("terminal codes", HostileLines.terminalCodes()),
        Map.entry("forged lines", HostileLines.forged()),
        Map.entry("the same name twice", HostileLines.twice()),
        Map.entry("traces", HostileLines.traces()),
        Map.entry("requests", HostileLines.requests()),
        Map.entry("impossible times", HostileLines.impossibleTimes()),
        Map.entry("local times", HostileLines.localTimes()),
        Map.entry("epochs", HostileLines.epochs()),
        Map.entry("dates in many tongues", HostileLines.tongues()),
        Map.entry("syslog", HostileLines.syslog()),
        Map.entry("columns", HostileLines.columns()),
        Map.entry("containers", HostileLines.containers()),
        Map.entry("XML", HostileLines.xml()),
        Map.entry("JSON", HostileLines.json()));
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsKeptByteForByteAmongOthers() {
    return each(line -> BEFORE + line + "\n" + AFTER);
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsKeptByteForByteAlone() {
    return each(line -> line + "\n");
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsKeptByteForByteManyTimes() {
    return each(line -> (line + "\n").repeat(line.length() > 10_000 ? 3 : 50));
  }

  private Stream<DynamicTest> each(java.util.function.UnaryOperator<String> file) {
    List<DynamicTest> tests = new ArrayList<>();
    corpus()
        .forEach(
            (name, lines) -> {
              for (int i = 0; i < lines.size(); i++) {
                String text = file.apply(lines.get(i));
                tests.add(DynamicTest.dynamicTest(name + " " + i, () -> isKept(text)));
              }
            });
    return tests.stream();
  }

  private void isKept(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("hostile.log"), bytes);
    Readings readings = assertTimeoutPreemptively(LONGEST, () -> Readings.of(file));
    assertThat(readings.ledger.isBalanced()).as("%s", readings.ledger).isTrue();
    assertThat(readings.bytes()).isEqualTo(bytes);
    assertThat(readings.ledger.lines()).isEqualTo(text.chars().filter(c -> c == '\n').count());
  }

  @Test
  void linesAroundAForgedOneKeepTheirOwnText() throws IOException {
    for (String line : HostileLines.forged()) {
      Path file = Files.writeString(folder.resolve("a.log"), BEFORE + line + "\n" + AFTER);
      assertThat(Readings.of(file).bodies()).as(line).startsWith("before").endsWith("after");
    }
  }

  @Test
  void aLineForgedInsideOfAStringStaysInside() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.json"), HostileLines.forged().getFirst() + "\n");
    assertThat(Readings.of(file).events).hasSize(1);
  }

  @Test
  void linesOfOneMillisecondKeepTheirOrder() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append("2026-03-04 10:11:12,345 INFO  [main] com.acme.Pay - number ").append(i);
      lines.append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.log"), lines);
    List<LogEvent> events = new ArrayList<>(Readings.of(file).events);
    events.sort(LogEvent.ORDER);
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).body()).isEqualTo("number " + i);
    }
  }

  @Test
  void aStartPatternRepeatedInALineIsReadOnce() throws IOException {
    String line = "2026-03-04 10:11:12,345 INFO ".repeat(100_000);
    Path file = Files.writeString(folder.resolve("a.log"), line + "\n" + AFTER);
    Readings readings = assertTimeoutPreemptively(LONGEST, () -> Readings.of(file));
    assertThat(readings.bodies()).last().isEqualTo("after");
    assertThat(readings.ledger.isBalanced()).isTrue();
  }
}
