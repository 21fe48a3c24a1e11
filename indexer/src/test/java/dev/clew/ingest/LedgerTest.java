// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String LINE = "2026-03-04T10:11:12Z INFO com.acme.Pay - charged\n";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyByteIsInOneEventOrRejection() {
    return hostile().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> balances(each.getValue())));
  }

  private void balances(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.log"), bytes);
    Readings readings = Readings.of(file);
    assertThat(readings.ledger.isBalanced()).as("%s", readings.ledger).isTrue();
    assertThat(readings.ledger.files()).hasSize(1);
    assertThat(readings.bytes()).isEqualTo(bytes);
  }

  private static Map<String, byte[]> hostile() {
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    inputs.put("plain", utf8(LINE + LINE));
    inputs.put("no final line feed", utf8(LINE + LINE.strip()));
    inputs.put("only blank lines", utf8("\n \n\r\n\t\n"));
    inputs.put("blank lines around", utf8("\n\n" + LINE + "\n\n" + LINE + "\n"));
    inputs.put("carriage returns", utf8(LINE.replace("\n", "\r\n").repeat(3)));
    inputs.put("lone carriage returns", utf8("a\rb\r" + LINE + "c\rd"));
    inputs.put("a few zeros", utf8(LINE + "zero \0 inside\n" + LINE));
    inputs.put("a hole of zeros, then text", utf8("\0".repeat(4096) + LINE.repeat(10)));
    inputs.put("invalid UTF-8", join(utf8(LINE), new byte[] {(byte) 0xc3, 0x28, '\n'}, utf8(LINE)));
    inputs.put("byte order mark", utf8("\uFEFF" + LINE + LINE));
    inputs.put("UTF-16", ("\uFEFF" + LINE + LINE).getBytes(StandardCharsets.UTF_16LE));
    inputs.put(
        "UTF-16 with half a unit", ("\uFEFF" + LINE + "x").getBytes(StandardCharsets.UTF_16BE));
    inputs.put("one line of 5 MB", utf8(LINE + "x\u00e4".repeat(2_500_000) + "\n" + LINE));
    inputs.put("continuation of 3 MB", utf8(LINE + "\tat a.B.c(D.java:1)\n".repeat(150_000)));
    inputs.put("array on one line", utf8("[{\"time\":1772619072},{\"time\":1772619073}]"));
    inputs.put(
        "array over lines", utf8("[\n {\n \"ts\":1772619072\n },\n {\"ts\":1772619073}\n]\n"));
    inputs.put("array that ends early", utf8("[\n {\"a\":1},\n {\"b\":"));
    inputs.put("empty array", utf8("[]\n"));
    inputs.put(
        "CSV", utf8("time,message\n2026-03-04T10:11:12Z,\"a\nb\"\n2026-03-04T10:11:13Z,c\n"));
    inputs.put("CSV with an open quote", utf8("time,message\n2026-03-04T10:11:12Z,\"a\nb\nc\n"));
    inputs.put("deep JSON", utf8("{\"a\":".repeat(3000) + "1" + "}".repeat(3000) + "\n"));
    inputs.put("noise", noise());
    return inputs;
  }

  /** Random printable text with brackets, quotes and digits, so that every scanner is tried. */
  private static byte[] noise() {
    String alphabet = "{}[]()\"':=,;|<>-/\\ \t\n0123456789TZabINFOERROR.";
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return utf8(text.toString());
  }

  @Test
  void longLinesComeInPiecesThatSaySo() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.log"), LINE + "y".repeat(3 << 20) + "\n" + LINE);
    Readings readings = Readings.of(file);
    assertThat(readings.events).hasSizeGreaterThan(3);
    assertThat(readings.events.get(2).attributes()).containsEntry("continues", "true");
    assertThat(readings.events.getLast().body()).isEqualTo("charged");
  }

  @Test
  void linesOfAnArrayAreCounted() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.json"), "[{\"ts\":1772619072},{\"ts\":1772619073}]\n");
    Ledger ledger = Readings.of(file).ledger;
    assertThat(ledger.lines()).isEqualTo(1);
    assertThat(ledger.events()).isEqualTo(2);
    assertThat(ledger.sharedLines()).isEqualTo(1);
  }

  @Test
  void rejectedLinesHaveAReason() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.csv"), "time,message\n2026-03-04T10:11:12Z,a\n");
    assertThat(Readings.of(file).ledger.rejectedLines())
        .containsOnly(Map.entry("column names", 1L));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
