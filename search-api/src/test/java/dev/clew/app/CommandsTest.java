// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final String LINES =
      """
      2026-03-10 14:12:31.204 ERROR [http-17] com.acme.shop.Checkout - payment failed order=1
      com.acme.shop.CardTimeout: no answer in 2500 ms
      \tat com.acme.shop.Gateway.charge(Gateway.java:118)
      2026-03-10 14:12:32.000 INFO  [http-18] com.acme.shop.Checkout - order 2 placed
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "index",
        "serve",
        "search",
        "correlate",
        "joins",
        "explain",
        "skew",
        "graph",
        "timeline",
        "detect",
        "patterns",
        "investigate",
        "suspects",
        "verify",
        "backup",
        "restore"
      })
  void showsTwoExamplesForEveryCommand(String command) {
    Cli.Outcome help = Cli.run("help", command);
    assertThat(help.code()).isZero();
    assertThat(help.out().substring(help.out().indexOf("Examples:")))
        .containsPattern("(?s)clew " + command + ".*\n.*clew " + command);
  }

  @Test
  void listsEveryCommandWithoutArguments() {
    Cli.Outcome help = Cli.run();
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains(
            "demo", "index", "serve", "search", "detect", "patterns", "investigate", "suspects");
  }

  @Test
  void namesTheNearestOptionInOneLine() {
    Cli.Outcome wrong = Cli.run("search", "--limt", "3");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.err()).contains("--limt", "--limit", "clew help search");
  }

  @Test
  void namesTheNearestCommand() {
    Cli.Outcome wrong = Cli.run("serch");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("serch", "search");
  }

  @Test
  void looksForSuspectsInAPipeAndSaysWhatItCouldNotLookAt() throws IOException {
    Path log = Files.writeString(folder.resolve("checkout.log"), LINES);
    Cli.run("index", log.toString(), "--data", data(), "--zone", "UTC");
    Cli.Outcome search = Cli.run("search", "| suspects", "--data", data());
    assertThat(search.code()).isLessThan(2);
    assertThat(search.err()).contains("no repository was given", "name one with --repo");
  }

  @Test
  void indexesAndFindsAgain() throws IOException {
    Path log = Files.writeString(folder.resolve("checkout.log"), LINES);
    Cli.Outcome index = Cli.run("index", log.toString(), "--data", data(), "--zone", "UTC");
    assertThat(index.code()).as(index.err()).isZero();
    assertThat(index.out()).contains("2 events");
    Cli.Outcome search = Cli.run("search", "level:error", "--data", data(), "--zone", "UTC");
    assertThat(search.code()).isZero();
    assertThat(search.out().lines()).hasSize(1);
    assertThat(search.out())
        .contains("2026-03-10 14:12:31.204", "checkout", "payment failed order=1", "+2 lines");
    assertThat(Cli.run("search", "nowhere", "--data", data()).code()).isEqualTo(1);
  }

  @Test
  void changesNothingWhenTheSameFileIsIndexedAgain() throws IOException {
    Path log = Files.writeString(folder.resolve("checkout.log"), LINES);
    Cli.run("index", log.toString(), "--data", data());
    Cli.run("index", log.toString(), "--data", data());
    assertThat(Cli.run("search", "--data", data(), "--json").out().lines()).hasSize(2);
  }

  @Test
  void printsOneObjectAnEventWhenDetecting() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), LINES);
    Cli.Outcome detect = Cli.run("detect", "--json", "--zone", "UTC", log.toString());
    assertThat(detect.code()).isZero();
    List<String> lines = detect.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .contains(
            "\"file\":\"app.log\"",
            "\"line\":1",
            "\"ts\":\"2026-03-10T14:12:31.204Z\"",
            "\"level\":\"ERROR\"");
    assertThat(lines.getLast()).contains("\"line\":4", "order 2 placed");
  }

  @Test
  void writesOneRowAnEventAsCsv() throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), LINES);
    Path csv = folder.resolve("out.csv");
    assertThat(Cli.run("patterns", log.toString(), "--csv", csv.toString()).code()).isZero();
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst()).isEqualTo("LineId,EventId,EventTemplate");
    assertThat(rows.getLast()).startsWith("2,").contains("order <*> placed");
  }

  @Test
  void saysWhatIsWrongWithEachFileAndReadsTheOthers() throws IOException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Files.writeString(logs.resolve("good.log"), LINES);
    Files.writeString(logs.resolve("empty.log"), "");
    Files.write(
        logs.resolve("binary.log"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1, 2, 0, 0, 0, 0});
    Files.write(logs.resolve("broken.log.gz"), brokenGzip());
    Cli.Outcome index = Cli.run("index", logs.toString(), "--data", data());
    assertThat(index.code()).as(index.err()).isZero();
    assertThat(index.err()).contains("empty.log", "binary.log", "broken.log.gz");
    assertThat(index.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void saysThatAFolderHoldsNoLogs() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    Cli.Outcome index = Cli.run("index", empty.toString(), "--data", data());
    assertThat(index.code()).isEqualTo(1);
    assertThat(index.err()).contains("nothing");
  }

  @Test
  void saysThatAPathIsNotThere() {
    Cli.Outcome index = Cli.run("index", folder.resolve("absent.log").toString(), "--data", data());
    assertThat(index.code()).isEqualTo(3);
    assertThat(index.err()).contains("absent.log");
  }

  @Test
  void saysThatThereIsNoIndex() {
    Cli.Outcome search = Cli.run("search", "x", "--data", folder.resolve("none").toString());
    assertThat(search.code()).isEqualTo(3);
    assertThat(search.err().lines()).hasSize(1);
    assertThat(search.err()).contains("none", "clew index");
  }

  @Test
  void saysThatAFolderIsNoRepository() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Cli.Outcome suspects =
        Cli.runWithInput("at a.B.c(B.java:1)", "suspects", "--repo", plain.toString());
    assertThat(suspects.code()).isEqualTo(3);
    assertThat(suspects.err().lines()).hasSize(1);
    assertThat(suspects.err()).contains("plain", "Git");
  }

  @Test
  void saysThatAPortIsInUse() throws IOException {
    Path log = Files.writeString(folder.resolve("checkout.log"), LINES);
    Cli.run("index", log.toString(), "--data", data());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Cli.Outcome serve = Cli.run("serve", "--data", data(), "--port", port);
      assertThat(serve.code()).isEqualTo(3);
      assertThat(serve.err()).contains(port, "--port");
      assertThat(serve.err().lines()).hasSize(1);
    }
  }

  @Test
  void readsNoTimeThatIsNone() {
    Cli.Outcome search = Cli.run("search", "x", "--data", folder.toString(), "--from", "tomorrow");
    assertThat(search.code()).isEqualTo(2);
    assertThat(search.err()).contains("--from", "tomorrow", "2026-03-10T14:12:31Z");
  }

  @Test
  void neverDrivesTheTerminalWithLogText() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("app.log"), "2026-03-10T14:00:00Z ERROR \u001b[2J\u202eevil\n");
    Cli.run("index", log.toString(), "--data", data());
    assertThat(Cli.run("search", "evil", "--data", data()).out())
        .doesNotContain("\u001b", "\u202e")
        .contains("\\u202e");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static byte[] brokenGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 2000; i++) {
        gzip.write(
            "2026-03-10T14:00:00Z INFO line %d %x\n"
                .formatted(i, i * 7919L)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return java.util.Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
  }
}
