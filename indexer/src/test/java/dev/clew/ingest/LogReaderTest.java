// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeQuality;
import dev.clew.ingest.rule.SourceRule;
import dev.clew.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
  private static final String LINE = "2026-03-04T10:11:12Z INFO com.acme.Pay - charged\n";

  @TempDir Path folder;

  @Test
  void readsFoldersInOrderAndLeavesHiddenFilesOut() throws IOException {
    write("b/app.log", LINE);
    write("a.log", LINE);
    write(".hidden.log", LINE);
    write(".git/HEAD", "ref");
    assertThat(Readings.of(folder).events)
        .extracting(event -> event.origin().file())
        .containsExactly("a.log", "b/app.log");
  }

  @Test
  void readsBytesInTheEncodingThatARuleNames() throws IOException {
    String line =
        "2026-03-04T10:11:12Z ERROR com.acme.Pay - \u041f\u0440\u0438\u0432\u0435\u0442\n";
    Path file = Files.write(folder.resolve("a.log"), line.getBytes(Charset.forName("KOI8-R")));
    SourceRule rule = SourceRule.of(SourceRule.Key.ENCODING, "*.log", "koi8-r", "a rule");
    assertThat(Readings.of(rule, file).bodies())
        .containsExactly("\u041f\u0440\u0438\u0432\u0435\u0442");
  }

  @Test
  void readsCompressedFilesByTheirContent() throws IOException {
    Files.write(folder.resolve("a.gz"), gzip(LINE));
    Files.write(folder.resolve("b.log"), Zstd.compress(LINE.getBytes(StandardCharsets.UTF_8)));
    assertThat(Readings.of(folder).bodies()).containsExactly("charged", "charged");
  }

  @Test
  void readsMembersOfArchivesAndNeverFollowsTheirNames() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("../../payment/app.log", true);
      entry.setSize(LINE.length());
      tar.putArchiveEntry(entry);
      tar.write(LINE.getBytes(StandardCharsets.UTF_8));
      tar.closeArchiveEntry();
      TarArchiveEntry link = new TarArchiveEntry("link.log", TarArchiveEntry.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    Files.write(folder.resolve("logs.tar.gz"), gzip(bytes.toByteArray()));
    Readings readings = Readings.of(folder.resolve("logs.tar.gz"));
    assertThat(readings.events).hasSize(1);
    assertThat(readings.events.getFirst().origin().file())
        .isEqualTo("logs.tar.gz!../../payment/app.log");
    assertThat(readings.events.getFirst().service()).isEqualTo("payment");
  }

  @Test
  void readsZipFiles() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      zip.putNextEntry(new ZipEntry("checkout/app.log"));
      zip.write(LINE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Readings.of(folder).events)
        .extracting(LogEvent::service)
        .containsExactly("checkout");
  }

  @Test
  void readsStandardInput() {
    List<LogEvent> events = new java.util.ArrayList<>();
    new LogReader(
            Readings.SETTINGS, new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8)))
        .read(List.of(Path.of("-")), listener(events));
    assertThat(events).extracting(LogEvent::body).containsExactly("charged");
  }

  private static ReadListener listener(List<LogEvent> events) {
    return new ReadListener() {
      @Override
      public void event(LogEvent event, String format) {
        events.add(event);
      }

      @Override
      public void rejected(Rejection rejection) {
        throw new AssertionError(rejection);
      }

      @Override
      public void progress(long done, long total) {
        assertThat(total).isZero();
      }
    };
  }

  @Test
  void keepsWhatCameBeforeABreak() throws IOException {
    byte[] whole = gzip(LINE.repeat(50_000));
    Files.write(folder.resolve("a.log.gz"), Arrays.copyOf(whole, whole.length / 2));
    Readings readings = Readings.of(folder.resolve("a.log.gz"));
    assertThat(readings.events).isNotEmpty();
    assertThat(readings.ledger.isBalanced()).isTrue();
    assertThat(readings.ledger.problems().getFirst().reason()).startsWith("breaks off after");
  }

  @Test
  void namesWhatItCannotReadAndReadsTheRest() throws IOException {
    write("good.log", LINE);
    write("empty.log", "");
    Files.write(folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4});
    Readings readings = Readings.of(folder, folder.resolve("missing.log"));
    assertThat(readings.events).hasSize(1);
    assertThat(readings.ledger.problems())
        .extracting(Problem::toString)
        .anyMatch(text -> text.startsWith("empty.log: is empty"))
        .anyMatch(text -> text.startsWith("image.png: is a PNG image"))
        .anyMatch(text -> text.contains("missing.log: does not exist"));
  }

  @Test
  void saysThatAFolderHoldsNothing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    assertThat(Readings.of(empty).ledger.problems().getFirst().reason())
        .isEqualTo("the folder holds no file");
  }

  @Test
  void stopsAtFilesThatUnfoldTooFar() throws IOException {
    byte[] zeros = gzip(gzip(new byte[100 << 20]));
    Files.write(folder.resolve("bomb.gz"), zeros);
    assertThat(Readings.of(folder).ledger.problems()).isNotEmpty();
  }

  @Test
  void takesServicesFromPaths() throws IOException {
    write("logs/checkout/app.log", LINE);
    write("logs/payment.log", LINE);
    write("logs/shop-7/server.2026-03-04.log", LINE);
    assertThat(Readings.of(folder).events)
        .extracting(LogEvent::service)
        .containsExactly("checkout", "payment", "shop-7");
  }

  @Test
  void readsTheSameIdsTwice() throws IOException {
    write("a.log", LINE + LINE);
    assertThat(Readings.of(folder).events)
        .extracting(LogEvent::id)
        .isEqualTo(Readings.of(folder).events.stream().map(LogEvent::id).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void lendsTimesAndSaysSo() throws IOException {
    write("a.log", "banner\n" + LINE + "{\"level\":\"error\",\"msg\":\"no time\"}\n");
    Readings readings = Readings.of(folder);
    assertThat(readings.events)
        .extracting(event -> event.time().quality())
        .containsExactly(TimeQuality.INHERITED, TimeQuality.EXACT, TimeQuality.INHERITED);
    assertThat(readings.events)
        .extracting(event -> event.time().instant())
        .containsOnly(Instant.parse("2026-03-04T10:11:12Z"));
  }

  @Test
  void doubtsTheTimeOfALineThatStandsBehindMuchLaterOnes() throws IOException {
    write(
        "a.log",
        """
        2026-03-04T10:11:12Z INFO com.acme.Pay - one
        2026-03-04T10:15:12Z INFO com.acme.Pay - two
        2026-03-04T10:15:13Z INFO com.acme.Pay - three
        2026-03-04T10:13:38Z INFO com.acme.Pay - late
        2026-03-04T10:15:14Z INFO com.acme.Pay - four
        """);
    assertThat(Readings.of(folder).events)
        .filteredOn(event -> !event.time().quality().equals(TimeQuality.EXACT))
        .singleElement()
        .satisfies(event -> assertThat(event.body()).isEqualTo("late"))
        .satisfies(
            event ->
                assertThat(event.time().quality())
                    .isEqualTo(TimeQuality.EXACT.doubting(TimeQuality.Doubt.LATE)));
  }

  @Test
  void takesTheFilesDateWhereNothingNamesATime() throws IOException {
    Path file = write("a.log", "WARN low on disk\nall is well\n");
    Instant modified = Instant.parse("2026-02-03T04:05:06Z");
    Files.setLastModifiedTime(file, FileTime.from(modified));
    Readings readings = Readings.of(file);
    assertThat(readings.events).hasSize(2);
    assertThat(readings.events.getFirst().time().instant()).isEqualTo(modified);
    assertThat(readings.events.getFirst().time().quality()).isEqualTo(TimeQuality.OBSERVED);
  }

  @Test
  void readsSeveralFormatsInOneFile() throws IOException {
    write(
        "a.log",
        LINE.repeat(3)
            + "{\"ts\":\"2026-03-04T10:11:13Z\",\"level\":\"error\",\"msg\":\"boom\"}\n"
            + "level=warn ts=2026-03-04T10:11:14Z msg=slow\n");
    Readings readings = Readings.of(folder);
    assertThat(readings.bodies()).containsExactly("charged", "charged", "charged", "boom", "slow");
    assertThat(readings.formats).endsWith("json", "logfmt");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
