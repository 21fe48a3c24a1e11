// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and encodings that break readers of logs; the numbers are those of the corpus, part A. */
class HostileBytesTest {
  private static final String LINE = "2026-03-04T10:11:12Z INFO com.acme.Pay - charged\n";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  @Test
  void a01EmptyAndTinyFiles() throws IOException {
    assertThat(whole(new byte[0]).events).isEmpty();
    assertThat(whole(bytes("\n")).ledger.lines()).isEqualTo(2);
    assertThat(whole(bytes(LINE + "2026-03-04T10:11:13Z INFO a - no end")).events).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void a02a03MarkedAndWideText(String charset) throws IOException {
    String text = LINE + LINE.replace("charged", "naïve 日本 𝄞") + LINE;
    for (String mark : List.of("", "\uFEFF")) {
      Accounted read = whole((mark + text).getBytes(Charset.forName(charset)));
      assertThat(read.bodies()).containsExactly("charged", "naïve 日本 𝄞", "charged");
      assertThat(read.events.getFirst().raw().text()).endsWith(LINE.strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void a04HalfAUnitAndSurrogatesAcrossBuffers(String charset) throws IOException {
    ByteArrayOutputStream odd = new ByteArrayOutputStream();
    odd.writeBytes(("\uFEFF" + LINE).getBytes(Charset.forName(charset)));
    odd.write('x');
    assertThat(whole(odd.toByteArray()).events.getFirst().body()).startsWith("charged");
    String clefs = "x𝄞".repeat(300_000);
    Accounted read =
        whole(
            ("\uFEFF" + LINE + LINE.replace("charged", clefs)).getBytes(Charset.forName(charset)));
    assertThat(String.join("", read.bodies())).doesNotContain("\uFFFD");
  }

  @Test
  void a05MarksInTheMiddle() throws IOException {
    Accounted read = whole(bytes("\uFEFF\uFEFF" + LINE + "\uFEFF" + LINE + LINE));
    assertThat(read.bodies()).containsExactly("charged", "charged", "charged");
  }

  @Test
  void a06OverlongAndForbiddenSequences() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(bytes("2026-03-04T10:11:12Z INFO com.acme.Web - GET ..\1etc\n").clone());
    byte[] line = bytes.toByteArray();
    Accounted read = whole(replace(line, 1, 0xc0, 0xaf));
    assertThat(read.events.getFirst().body()).isEqualTo("GET ..\uFFFD\uFFFDetc");
    assertThat(read.events.getFirst().attributes()).containsEntry("encoding", "utf-8*");
    whole(replace(line, 1, 0xe0, 0x80, 0xaf));
    assertThat(whole(replace(line, 1, 0xed, 0xa0, 0x80)).bodies().getFirst())
        .matches("GET \\.\\.\uFFFD+etc");
    whole(replace(line, 1, 0xf5, 0xff, 0xfe, 0x80));
  }

  @Test
  void a07OneLatin1LineAmidUtf8() throws IOException {
    Accounted read =
        whole(
            join(
                bytes(LINE.replace("charged", "größer")),
                LINE.replace("charged", "größer").getBytes(WINDOWS),
                bytes(LINE.replace("charged", "größer"))));
    assertThat(read.bodies()).containsExactly("größer", "größer", "größer");
    assertThat(read.events.stream().map(e -> e.attributes().get("encoding")))
        .containsExactly(null, "windows-1252", null);
    assertThat(read.events.get(1).raw().text()).endsWith("größer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "GB18030", "Big5", "EUC-JP"})
  void a08TrailingBytesThatLookLikeAscii(String charset) throws IOException {
    String message =
        charset.equals("windows-31j") || charset.equals("EUC-JP")
            ? "表示能力の予約に失敗しました"
            : "文件读取失败，服务器没有响应";
    if (charset.equals("Big5")) {
      message = "功能許可讀取失敗，伺服器沒有回應";
    }
    Accounted read =
        whole(LINE.replace("charged", message).repeat(3).getBytes(Charset.forName(charset)));
    assertThat(read.bodies()).containsExactly(message, message, message);
    assertThat(read.events.getFirst().raw().text()).endsWith(message);
  }

  @Test
  void a09ZerosInsideLinesAndHoles() throws IOException {
    assertThat(whole(bytes(LINE.replace("charged", "a\0b"))).bodies()).containsExactly("a\0b");
    for (int zeros : new int[] {64, 65, 4096, 300_001, 3_000_000}) {
      Accounted front = whole(join(new byte[zeros], bytes(LINE + LINE)));
      assertThat(front.bodies()).containsExactly("charged", "charged");
      assertThat(front.ledger.rejectedLines()).containsEntry("hole of zeros", 1L);
      Accounted inside = whole(join(bytes(LINE + "half a line"), new byte[zeros], bytes(LINE)));
      assertThat(inside.bodies()).hasSize(2).last().isEqualTo("charged");
      whole(join(bytes(LINE), new byte[zeros]));
      whole(
          join(bytes("[{\"time\":1772619072},"), new byte[zeros], bytes("{\"time\":1772619073}]")));
      byte[] wide = ("\uFEFF" + LINE).getBytes(StandardCharsets.UTF_16BE);
      Accounted utf16 =
          whole(join(wide, new byte[zeros & ~1], LINE.getBytes(StandardCharsets.UTF_16BE)));
      assertThat(utf16.bodies()).containsExactly("charged", "charged");
    }
    whole(new byte[100_000]);
    whole(join(bytes(LINE + "x"), new byte[63], bytes("y\n" + LINE)));
  }

  @Test
  void a10EndsOfLines() throws IOException {
    String other = "a\u0085b\u2028c\u2029d\u000be\ff";
    assertThat(whole(bytes(LINE.replace("charged", other) + LINE)).bodies())
        .containsExactly(other, "charged");
    assertThat(whole(bytes((LINE + LINE).replace("\n", "\r\n"))).bodies())
        .containsExactly("charged", "charged");
    assertThat(whole(bytes((LINE + LINE).replace("\n", "\r"))).bodies())
        .containsExactly("charged", "charged");
    assertThat(whole(bytes((LINE + LINE).replace("\n", "\n\r"))).bodies())
        .containsExactly("charged", "charged");
    assertThat(
            whole(
                    ("\uFEFF" + (LINE + LINE).replace("\n", "\r"))
                        .getBytes(StandardCharsets.UTF_16LE))
                .bodies())
        .containsExactly("charged", "charged");
    Accounted mixed = whole(bytes(LINE + LINE.replace("charged", "real\rfake")));
    assertThat(mixed.bodies()).containsExactly("charged", "real fake");
  }

  @Test
  void a11LongLinesSayThatTheyGoOnAndHowLongTheyAre() throws IOException {
    int length = 5 << 20;
    Accounted read = whole(bytes(LINE.replace("charged", "y".repeat(length)) + LINE));
    LogEvent first = read.events.getFirst();
    assertThat(first.attributes()).containsEntry("truncated", "true");
    LogEvent last = read.events.get(read.events.size() - 2);
    assertThat(last.attributes())
        .containsEntry("original_bytes", Integer.toString(LINE.length() - 7 + length))
        .containsEntry("continues", "true");
    assertThat(read.events.getLast().body()).isEqualTo("charged");
  }

  @Test
  void a12BlankLinesAreCounted() throws IOException {
    Accounted read = whole(bytes(LINE + "\n".repeat(200_000) + LINE));
    assertThat(read.ledger.lines()).isEqualTo(200_003);
    assertThat(read.ledger.events()).isLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e\u0301\u0302\u0303\u0304\u0305",
        "\uFDFD",
        "\u202Egpj.exe\u202C",
        "\u2066x\u2069\u061C",
        "a\u200Bb\u00ADc\u3164",
        "caf\u00e9 cafe\u0301 \u0130\u0131 stra\u00dfe"
      })
  void a13ToA16OddCharactersStayAsTheyAre(String message) throws IOException {
    assertThat(whole(bytes(LINE.replace("charged", "x " + message + " y"))).bodies())
        .containsExactly("x " + message + " y");
  }

  @Test
  void a13TowersOfMarks() throws IOException {
    whole(bytes(LINE.replace("charged", "z" + "\u0337".repeat(10_000))));
    whole(bytes(LINE.replace("charged", "\uD83D\uDC68\u200D".repeat(100_000))));
  }

  @Test
  void a20BinaryFilesAreOneProblem() throws IOException {
    List<byte[]> heads = new ArrayList<>();
    heads.add(bytes("\u007fELF\2\1\1\0"));
    heads.add(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    heads.add(bytes("SQLite format 3\0"));
    heads.add(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});
    heads.add(new byte[0]);
    java.util.Random random = new java.util.Random(3);
    for (byte[] head : heads) {
      byte[] noise = new byte[100_000];
      random.nextBytes(noise);
      Accounted read = Accounted.of(Files.write(folder.resolve("a.log"), join(head, noise)));
      assertThat(read.events).isEmpty();
      assertThat(read.ledger.problems()).hasSize(1);
    }
  }

  @Test
  void a20TextWithSomeOddBytesIsText() throws IOException {
    Accounted read = whole(bytes(LINE + "bell \7 and \1 and \2\n" + LINE));
    assertThat(read.ledger.problems()).isEmpty();
    byte[] noise = new byte[200];
    new java.util.Random(5).nextBytes(noise);
    assertThat(whole(join(bytes(LINE.repeat(50)), noise, bytes("\n" + LINE))).bodies())
        .endsWith("charged");
  }

  private Accounted whole(byte[] bytes) throws IOException {
    return Accounted.whole(Files.write(folder.resolve("a.log"), bytes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replace(byte[] line, int old, int... values) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte b : line) {
      if (b == old) {
        for (int value : values) {
          all.write(value);
        }
      } else {
        all.write(b);
      }
    }
    return all.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
