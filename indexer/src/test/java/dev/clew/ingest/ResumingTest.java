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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading again, after anything happened to the files, gives each line once. */
class ResumingTest {
  @TempDir Path folder;
  private final ListLogStore store = new ListLogStore();

  private Ledger index(Path... paths) {
    return index("", paths);
  }

  private Ledger index(String input, Path... paths) {
    return new Ingest(
            store,
            Readings.SETTINGS,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            InstantSource.fixed(Instant.EPOCH))
        .index(List.of(paths), (done, total) -> {});
  }

  private static String lines(String writer, int from, int to) {
    StringBuilder text = new StringBuilder();
    IntStream.range(from, to)
        .forEach(i -> text.append("2026-03-04T10:11:12Z INFO %s %d\n".formatted(writer, i)));
    return text.toString();
  }

  private List<LogEvent> events() {
    Selection all = new Selection(new Query.All(), TimeRange.ALL);
    return store.search(all, Order.OLDEST_FIRST, Optional.empty(), 10_000).events();
  }

  private List<String> bodies() {
    return events().stream().map(LogEvent::body).sorted().toList();
  }

  private static List<String> expected(String writer, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> writer + " " + i).sorted().toList();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @Test
  void readsOnlyWhatIsNew() throws IOException {
    Path file = write("app.log", lines("a", 0, 100));
    index(folder);
    append(file, lines("a", 100, 150));
    Ledger second = index(folder);
    assertThat(second.lines()).isEqualTo(50);
    assertThat(second.earlier().lines()).isEqualTo(100);
    assertThat(second.earlier().events()).isEqualTo(100);
    assertThat(second.isBalanced()).isTrue();
    assertThat(bodies()).isEqualTo(expected("a", 0, 150));
    assertThat(events().getLast().origin().line()).isEqualTo(150);
    assertThat(index(folder).events()).isZero();
    assertThat(bodies()).isEqualTo(expected("a", 0, 150));
  }

  @Test
  void followsARenamedFileAndReadsTheNewOneAtItsPlace() throws IOException {
    Path file = write("app.log", lines("a", 0, 100));
    index(folder);
    for (int round = 1; round <= 4; round++) {
      append(file, lines("a", 100 * round, 100 * round + 7));
      for (int old = round - 1; old >= 1; old--) {
        Files.move(folder.resolve("app.log." + old), folder.resolve("app.log." + (old + 1)));
      }
      Files.move(file, folder.resolve("app.log.1"));
      write("app.log", lines("a", 100 * round + 7, 100 * (round + 1)));
      index(folder);
      assertThat(bodies()).isEqualTo(expected("a", 0, 100 * (round + 1)));
    }
  }

  @Test
  void followsACopyWhenTheFileWasTruncatedAfterwards() throws IOException {
    Path file = write("app.log", lines("a", 0, 100));
    index(folder);
    append(file, lines("a", 100, 120));
    Files.copy(file, folder.resolve("app.log.1"));
    Files.writeString(file, lines("a", 120, 130));
    index(folder);
    assertThat(bodies()).isEqualTo(expected("a", 0, 130));
  }

  @Test
  void readsARewrittenFileAgainFromItsStart() throws IOException {
    Path file = write("app.log", lines("a", 0, 100));
    index(folder);
    for (String writer : List.of("b", "c", "d")) {
      int lines = writer.equals("b") ? 50 : writer.equals("c") ? 50 : 300;
      Files.writeString(file, lines(writer, 0, lines));
      assertThat(index(folder).lines()).as(writer).isEqualTo(lines);
    }
    assertThat(events()).hasSize(100 + 50 + 50 + 300);
    assertThat(index(folder).lines()).isZero();
  }

  @Test
  void readsEachOfManyFilesThatStartAlike() throws IOException {
    String banner = "2026-03-04T10:11:12Z INFO banner\n".repeat(70);
    for (int i = 0; i < 500; i++) {
      write("f" + i + ".log", i % 3 == 0 ? banner : banner + lines("w" + i, 0, 2));
    }
    for (int round = 0; round < 2; round++) {
      index(folder);
      assertThat(store.status().events()).isEqualTo(500 * 70 + 333 * 2);
    }
  }

  @Test
  void readsShortFilesThatGrow() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("f" + i + ".log", i % 2 == 0 ? "" : "x\n".repeat(i));
    }
    index(folder);
    for (int i = 0; i < 20; i++) {
      append(folder.resolve("f" + i + ".log"), "y\n");
    }
    index(folder);
    assertThat(events().stream().mapToLong(e -> e.origin().lines()).sum()).isEqualTo(120);
  }

  @Test
  void knowsACompressedRotation() throws IOException {
    Path file = write("app.log", lines("a", 0, 100));
    index(folder);
    append(file, lines("a", 100, 120));
    Files.write(folder.resolve("app.log.1.gz"), gzip(Files.readString(file)));
    Files.writeString(file, lines("a", 120, 130));
    index(folder);
    assertThat(bodies()).isEqualTo(expected("a", 0, 130));
    Files.move(folder.resolve("app.log.1.gz"), folder.resolve("app.log.2.gz"));
    Files.write(folder.resolve("app.log.1.gz"), gzip(Files.readString(file)));
    Files.writeString(file, lines("a", 130, 140));
    index(folder);
    assertThat(bodies()).isEqualTo(expected("a", 0, 140));
  }

  @Test
  void goesOnInACompressedFileThatBrokeOff() throws IOException {
    byte[] whole = gzip(lines("a", 0, 50_000));
    Path file = folder.resolve("a.log.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(index(folder).problems()).extracting(Problem::reason).hasSize(1);
    long first = store.status().events();
    assertThat(first).isBetween(1L, 49_999L);
    Files.write(file, whole);
    index(folder);
    assertThat(store.status().events()).isBetween(50_000L, 50_001L);
  }

  @Test
  void readsAChangedArchiveAndNotTheSameTwice() throws IOException {
    Files.write(folder.resolve("a.zip"), zip(lines("a", 0, 50), lines("b", 0, 50)));
    index(folder);
    Files.copy(folder.resolve("a.zip"), folder.resolve("copy.zip"));
    index(folder);
    assertThat(events()).hasSize(100);
    Files.write(folder.resolve("a.zip"), zip(lines("a", 0, 60), lines("c", 0, 50)));
    index(folder);
    assertThat(events()).hasSize(160);
  }

  @Test
  void keepsInputsApart() {
    index(lines("a", 0, 10), Path.of("-"));
    index(lines("b", 0, 10), Path.of("-"));
    index(lines("a", 0, 10), Path.of("-"));
    assertThat(events()).hasSize(20);
  }

  @Test
  void saysThatALineGoesOn() throws IOException {
    Path file = write("app.log", lines("a", 0, 3) + "2026-03-04T10:11:12Z INFO half");
    index(folder);
    append(file, " a line\n" + lines("a", 3, 5));
    index(folder);
    assertThat(bodies()).contains("half", " a line", "a 4");
    LogEvent rest =
        events().stream().filter(e -> e.body().contains("a line")).findFirst().orElseThrow();
    assertThat(rest.attributes()).containsEntry("continues", "true");
    assertThat(rest.origin().line()).isEqualTo(4);
  }

  @Test
  void readsAFileOfTwoNamesOnce() throws IOException {
    Path file = write("app.log", lines("a", 0, 10));
    Files.createLink(folder.resolve("hard.log"), file);
    Files.createSymbolicLink(folder.resolve("soft.log"), file);
    index(folder);
    index(folder);
    append(file, lines("a", 10, 12));
    index(folder);
    assertThat(bodies()).isEqualTo(expected("a", 0, 12));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.length; i++) {
        zip.putNextEntry(new ZipEntry("m" + i + ".log"));
        zip.write(members[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
