// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.source.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {

  @Test
  void readsAtLeastNinetyNineOfHundredFilesInTheirEncoding() {
    List<LabelledTexts.Labelled> all = LabelledTexts.all();
    List<String> wrong = new ArrayList<>();
    for (LabelledTexts.Labelled each : all) {
      List<String> lines = lines(each.bytes());
      assertThat(lines).as(each.name()).noneMatch(line -> line.indexOf('\uFEFF') >= 0);
      if (!(String.join("\n", lines) + "\n").equals(each.text())) {
        wrong.add(each.name() + ": " + lines.getFirst());
      }
    }
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(wrong).hasSizeLessThanOrEqualTo(all.size() / 100);
  }

  @Test
  void readsOnlyTheLinesThatAreNotUtf8InAnotherEncoding() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Grüße aus Köln\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Grüße aus Köln\n".getBytes(Charset.forName("windows-1252")));
    bytes.writeBytes("日本\n".getBytes(StandardCharsets.UTF_8));
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes.toByteArray()));
    List<String> seen = new ArrayList<>();
    while (reader.next()) {
      seen.add(reader.text() + " " + reader.foreignEncoding().orElse("-"));
    }
    assertThat(seen).containsExactly("Grüße aus Köln -", "Grüße aus Köln windows-1252", "日本 -");
  }

  @Test
  void neverTakesAnOverlongSpellingForTheCharacterItHides() {
    byte[] bytes = "GET /..xx..xxx/etc xxx xxxx x\n".getBytes(StandardCharsets.US_ASCII);
    put(bytes, 7, 0xc0, 0xaf);
    put(bytes, 11, 0xe0, 0x80, 0xaf);
    put(bytes, 19, 0xed, 0xa0, 0x80);
    put(bytes, 23, 0xf5, 0xfe, 0xff, 0xf8);
    put(bytes, 28, 0x80);
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
    assertThat(reader.next()).isTrue();
    assertThat(reader.text().chars().filter(c -> c == '/').count()).isEqualTo(2);
    assertThat(reader.text()).contains("..\uFFFD\uFFFD..\uFFFD\uFFFD\uFFFD/etc");
    assertThat(reader.foreignEncoding()).contains("utf-8*");
  }

  @Test
  void readsInTheEncodingThatIsAskedFor() {
    byte[] bytes = "Straße\n".getBytes(Charset.forName("windows-1252"));
    LineReader reader =
        new LineReader(new ByteArrayInputStream(bytes), TextEncoding.named("cp1251").orElseThrow());
    assertThat(reader.next()).isTrue();
    assertThat(reader.text()).isEqualTo("StraЯe");
    assertThat(TextEncoding.named("latin1")).contains(TextEncoding.WINDOWS_1252);
    assertThat(TextEncoding.named("sjis")).isPresent();
    assertThat(TextEncoding.named("no such thing")).isEmpty();
  }

  private static void put(byte[] bytes, int at, int... values) {
    for (int i = 0; i < values.length; i++) {
      bytes[at + i] = (byte) values[i];
    }
  }

  private static List<String> lines(byte[] bytes) {
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.text());
    }
    return lines;
  }
}
