// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.source.Problem;
import dev.clew.store.ListLogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to files that are followed, each line comes once; time is the test's own. */
class FollowerTest {
  private static final String AT = "2026-03-04T10:11:12Z INFO ";

  @TempDir Path folder;
  private final ListLogStore store = new ListLogStore();
  private final List<Problem> problems = new ArrayList<>();

  /** Later than any file was written, so that nothing looks as if it were being written now. */
  private Instant now = Instant.parse("2100-01-01T00:00:00Z");

  private Follower follower = follower();
  private int next;

  private Follower follower() {
    return new Follower(
        store, Readings.SETTINGS, List.of(), () -> now, Duration.ZERO, problems::add);
  }

  private void start() {
    follower.close();
    follower =
        new Follower(
            store, Readings.SETTINGS, List.of(folder), () -> now, Duration.ZERO, problems::add);
  }

  /** The process dies and starts again: only what was committed is left. */
  private void kill() {
    follower.abandon();
    follower =
        new Follower(
            store, Readings.SETTINGS, List.of(folder), () -> now, Duration.ZERO, problems::add);
  }

  @AfterEach
  void close() {
    follower.close();
  }

  private void step() {
    now = now.plusMillis(250);
    follower.step();
  }

  private void steps(Duration during) {
    for (Instant end = now.plus(during); now.isBefore(end); ) {
      step();
    }
  }

  private Path app() {
    return folder.resolve("app.log");
  }

  private void write(int lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(AT).append("line ").append(next++).append('\n');
    }
    append(text.toString());
  }

  private void append(String text) throws IOException {
    Files.writeString(app(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    touch(app());
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private List<LogEvent> events() {
    Selection all = new Selection(new Query.All(), TimeRange.ALL);
    return store.search(all, Order.OLDEST_FIRST, Optional.empty(), 10_000).events();
  }

  private List<String> bodies() {
    return events().stream().map(LogEvent::body).toList();
  }

  private void assertAllOnce() {
    steps(Duration.ofSeconds(15));
    assertThat(bodies())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, next).mapToObj(i -> "line " + i).toList());
    assertThat(problems).isEmpty();
  }

  @Test
  void showsANewLineWithinTwoSeconds() throws IOException {
    start();
    steps(Duration.ofSeconds(3));
    write(3);
    steps(Duration.ofSeconds(2));
    assertThat(bodies()).containsExactly("line 0", "line 1", "line 2");
    write(1);
    steps(Duration.ofSeconds(2));
    assertThat(bodies()).hasSize(4);
  }

  @Test
  void marksLinesThatCameLateAndNotThoseOfAFileThatIsNew() throws IOException {
    write(1);
    start();
    steps(Duration.ofSeconds(3));
    append(now.minusSeconds(61) + " INFO late\n");
    append(now.minusSeconds(50) + " INFO in time\n");
    append(now.minusSeconds(600).toString().replace("Z", "") + " INFO of a zone nobody knows\n");
    Instant read = now.plusMillis(250);
    steps(Duration.ofSeconds(3));
    kill();
    append(now.minusSeconds(90) + " INFO while nobody read\n");
    steps(Duration.ofSeconds(3));

    Map<String, String> late = new TreeMap<>();
    events()
        .forEach(
            event -> event.field(LogEvent.RECEIVED_LATE).forEach(at -> late.put(event.body(), at)));
    assertThat(late).containsOnlyKeys("late", "while nobody read");
    assertThat(late).containsEntry("late", read.toString());
    assertThat(events()).hasSize(5);
  }

  @Test
  void followsRenamesAcrossKillsAtAnyStep() throws IOException {
    write(5);
    start();
    for (int round = 1; round < 12; round++) {
      write(4);
      if (round % 3 == 0) {
        kill();
      }
      step();
      write(2);
      for (int old = round - 1; old >= 1; old--) {
        Files.move(folder.resolve("app.log." + old), folder.resolve("app.log." + (old + 1)));
      }
      Files.move(app(), folder.resolve("app.log.1"));
      if (round % 4 == 0) {
        kill();
      }
      if (round % 2 == 0) {
        step();
      }
      write(3);
      if (round % 5 == 0) {
        kill();
      }
      step();
    }
    assertAllOnce();
  }

  @Test
  void followsCopiesOfFilesThatAreThenTruncated() throws IOException {
    write(5);
    start();
    for (int round = 1; round < 10; round++) {
      step();
      write(4);
      Path copy = folder.resolve("app-" + round + ".log");
      byte[] all = Files.readAllBytes(app());
      if (round % 2 == 0) {
        Files.write(copy, Arrays.copyOf(all, all.length / 2));
        touch(copy);
        step();
      }
      Files.write(copy, all);
      touch(copy);
      if (round % 3 == 0) {
        step();
      }
      Files.write(app(), new byte[0]);
      if (round % 4 == 0) {
        kill();
      }
      write(round % 2 == 0 ? 20 : 1);
      steps(Duration.ofSeconds(1));
    }
    assertAllOnce();
  }

  @Test
  void followsCompressedRotations() throws IOException {
    write(50);
    start();
    for (int round = 1; round < 6; round++) {
      steps(Duration.ofSeconds(2));
      write(50);
      Path plain = folder.resolve("app.log.1");
      Files.move(app(), plain);
      if (round % 2 == 0) {
        step();
      }
      write(3);
      byte[] packed = gzip(Files.readAllBytes(plain));
      Path archive = folder.resolve("app.log." + (10 - round) + ".gz");
      Files.write(archive, Arrays.copyOf(packed, packed.length / 2));
      touch(archive);
      step();
      Files.write(archive, packed);
      touch(archive);
      step();
      Files.delete(plain);
      if (round % 3 == 0) {
        kill();
      }
      steps(Duration.ofSeconds(1));
    }
    assertAllOnce();
  }

  @Test
  void readsARewrittenFileFromItsStart() throws IOException {
    start();
    String first = (AT + "old\n").repeat(10);
    append(first);
    steps(Duration.ofSeconds(3));
    for (String text :
        List.of(AT + "shorter\n", AT + "e".repeat(6) + "r\n", (AT + "longer\n").repeat(30))) {
      Files.writeString(app(), text);
      touch(app());
      steps(Duration.ofSeconds(3));
    }
    assertThat(bodies().stream().filter("old"::equals)).hasSize(10);
    assertThat(bodies().stream().filter("shorter"::equals)).hasSize(1);
    assertThat(bodies().stream().filter("eeeeeer"::equals)).hasSize(1);
    assertThat(bodies().stream().filter("longer"::equals)).hasSize(30);
  }

  @Test
  void waitsForTheEndOfALine() throws IOException {
    write(1);
    start();
    steps(Duration.ofSeconds(3));
    byte[] line = (AT + "caf\u00e9 au lait\r\n").getBytes(StandardCharsets.UTF_8);
    for (byte each : line) {
      Files.write(app(), new byte[] {each}, StandardOpenOption.APPEND);
      touch(app());
      step();
    }
    steps(Duration.ofSeconds(3));
    assertThat(bodies()).containsExactly("line 0", "caf\u00e9 au lait");
    assertThat(events().getLast().attributes()).doesNotContainKey("partial");
  }

  @Test
  void takesALineWithoutEndAfterTwoMinutes() throws IOException {
    write(1);
    start();
    steps(Duration.ofSeconds(3));
    append(AT + "half");
    steps(Duration.ofSeconds(100));
    assertThat(bodies()).containsExactly("line 0");
    steps(Duration.ofSeconds(30));
    assertThat(bodies()).containsExactly("line 0", "half");
    assertThat(events().getLast().attributes()).containsEntry("partial", "true");
    append(" and half\n" + AT + "whole\n");
    steps(Duration.ofSeconds(3));
    assertThat(bodies()).containsExactly("line 0", "half", " and half", "whole");
    assertThat(events().get(2).attributes()).containsEntry("continues", "true");
  }

  @Test
  void marksLinesThatContinueAnEventThatWasShownAlready() throws IOException {
    start();
    append(AT + "failed\njava.lang.IllegalStateException: no\n");
    steps(Duration.ofSeconds(3));
    assertThat(events()).hasSize(1);
    append("\tat a.B.c(D.java:1)\n" + AT + "next\n");
    steps(Duration.ofSeconds(3));
    assertThat(events()).hasSize(3);
    assertThat(events().get(1).attributes()).containsEntry("continues", "true");
  }

  @Test
  void readsADeletedFileToItsEnd() throws IOException {
    write(2);
    start();
    steps(Duration.ofSeconds(1));
    write(2);
    Files.delete(app());
    steps(Duration.ofSeconds(15));
    assertThat(bodies()).hasSize(4);
  }

  @Test
  void findsNewFilesBelowNewFoldersAndTellsOfUnreadableOnesOnce() throws IOException {
    start();
    step();
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(deep.resolve("x.log"), AT + "deep\n");
    Files.write(deep.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4});
    steps(Duration.ofSeconds(5));
    assertThat(bodies()).containsExactly("deep");
    assertThat(problems.stream().filter(each -> each.name().contains("image"))).hasSize(1);
  }

  @Test
  void followsAFileOfOneEventThroughBothRotations() throws IOException {
    start();
    for (int round = 1; round < 9; round++) {
      write(1);
      if (round % 4 > 1) {
        append("\tcaused by ".repeat(200) + "\n");
      }
      step();
      Path old = folder.resolve("app.log." + round);
      if (round % 2 == 0) {
        Files.move(app(), old);
      } else {
        Files.copy(app(), old);
        touch(old);
        step();
        Files.write(app(), new byte[0]);
      }
      write(20);
      steps(Duration.ofSeconds(4));
    }
    steps(Duration.ofSeconds(15));
    assertThat(bodies().stream().filter(each -> each.startsWith("line")))
        .extracting(each -> each.split("\n", 2)[0])
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, next).mapToObj(i -> "line " + i).toList());
    assertThat(String.join("", bodies()).split("caused by", -1)).hasSize(4 * 200 + 1);
  }

  @Test
  void followsALineThatIsRenamedBeforeItsEnd() throws IOException {
    start();
    step();
    append(AT + "half");
    step();
    Path old = folder.resolve("app.log.1");
    Files.move(app(), old);
    step();
    Files.writeString(old, " and half\n", StandardOpenOption.APPEND);
    steps(Duration.ofSeconds(15));
    assertThat(bodies()).containsExactly("half and half");
  }

  @Test
  void readsAFileNamedAfterItsDayWhileItIsWritten() throws IOException {
    start();
    Path today = folder.resolve("app-2026-03-04.log");
    for (int i = 0; i < 20; i++) {
      Files.writeString(
          today,
          AT + "line " + next++ + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      touch(today);
      step();
    }
    assertThat(bodies()).hasSizeGreaterThan(10);
    assertAllOnce();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
