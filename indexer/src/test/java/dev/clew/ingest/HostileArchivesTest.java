// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.clew.event.LogEvent;
import dev.clew.ingest.Packed.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packed files that break readers of logs; the numbers are those of the corpus, parts A and G. */
class HostileArchivesTest {
  private static final String LINE = "2026-03-04T10:11:12Z INFO com.acme.Pay - charged\n";
  private static final byte[] LOG = LINE.getBytes(StandardCharsets.UTF_8);
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Packed.class)
  void readsEveryKindOfPackingByItsContent(Packed kind) throws IOException {
    Accounted read = read("a.log", kind.pack(LOG, LOG));
    assertThat(read.bodies()).containsExactly("charged", "charged");
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void a17KeepsWhatComesBeforeABreakAndNamesIt(Packed kind) throws IOException {
    byte[] log = LINE.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    byte[] packed = kind.pack(log, log);
    Accounted cut = read("a.log", Arrays.copyOf(packed, packed.length * 3 / 4));
    assertThat(cut.ledger.events()).as(cut.problems()).isGreaterThan(1000);
    assertThat(cut.problems()).contains("a.log: breaks off after");
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void a17NamesDamage(Packed kind) throws IOException {
    java.util.Random random = new java.util.Random(2);
    byte[] packed = kind.pack(LINE.repeat(20_000).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 40; i++) {
      byte[] damaged = packed.clone();
      damaged[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
      read("a.log", damaged);
    }
    Accounted garbage = read("a.log", Packed.join(packed, LOG));
    assertThat(garbage.ledger.events()).isEqualTo(20_001);
    assertThat(garbage.problems()).contains("a.log");
  }

  @Test
  void a17GzipChecksumsAndPadding() throws IOException {
    byte[] packed = Packed.GZIP.pack(LOG);
    byte[] wrong = packed.clone();
    wrong[wrong.length - 6] ^= 1;
    Accounted read = read("a.log.gz", wrong);
    assertThat(read.bodies()).containsExactly("charged");
    assertThat(read.problems()).contains("the gzip checksum is wrong");
    assertThat(read("a.log.gz", Packed.join(packed, new byte[512])).problems()).isEmpty();
  }

  @Test
  void a17BombsStopAtTheRatio() throws IOException {
    byte[] zeros = Packed.GZIP.pack(new byte[100 << 20]);
    assertThat(read("bomb.gz", zeros).problems()).contains("more than 1000 times its size");
    byte[] twice = Packed.GZIP.pack(zeros);
    assertThat(read("bomb.gz", twice).problems()).contains("more than 1000 times its size");
    byte[] before = Packed.zip(new Entry("first.log", LOG), new Entry("bomb.gz", twice));
    Accounted read = read("bomb.zip", before);
    assertThat(read.bodies().getFirst()).isEqualTo("charged");
    assertThat(read.problems()).contains("more than 1000 times its size");
  }

  @Test
  void a17NestingHasAnEnd() throws IOException {
    byte[] nested = LOG;
    for (int i = 0; i < 1000; i++) {
      nested = Packed.GZIP.pack(nested);
    }
    assertThat(read("a.gz", nested).problems()).contains("more than 6 layers");
    byte[] zips = LOG;
    for (int i = 0; i < 10; i++) {
      zips = Packed.zip(new Entry("inner", zips), new Entry("a" + i + ".log", LOG));
    }
    Accounted read = read("a.zip", zips);
    assertThat(read.problems()).contains("more than 6 layers");
    assertThat(read.ledger.events()).isEqualTo(7);
  }

  @Test
  void a18DecompressorsGetNoMoreMemoryThanTheLimit() throws IOException {
    byte[] window = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xa8, 1, 0, 0};
    assertThat(read("a.zst", window).problems()).contains("too much memory");
    byte[] xz = Packed.xz(LOG, 1 << 30);
    assertThat(read("a.xz", xz).problems()).contains("too much memory");
    assertThat(read("nine.xz", Packed.xz(LOG, 64 << 20)).bodies()).containsExactly("charged");
  }

  @Test
  void a18SaysThatADictionaryIsMissing() throws IOException {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      byte[][] samples =
          IntStream.range(0, 2000)
              .mapToObj(i -> (LINE + i * 31 + LINE.hashCode() * i).getBytes(StandardCharsets.UTF_8))
              .toArray(byte[][]::new);
      byte[] dictionary = new byte[4096];
      long size = Zstd.trainFromBuffer(samples, dictionary);
      context.loadDict(Arrays.copyOf(dictionary, (int) size));
      assertThat(read("a.zst", context.compress(LOG)).problems()).contains("dictionary");
    }
  }

  @Test
  void a19ContentDecidesAndNotTheName() throws IOException {
    assertThat(read("a.log", Packed.GZIP.pack(LOG)).bodies()).containsExactly("charged");
    assertThat(read("a.log.gz", LOG).bodies()).containsExactly("charged");
    assertThat(read("a.zip", LOG).bodies()).containsExactly("charged");
  }

  @Test
  void bundlesOfBundlesAreRead() throws IOException {
    byte[] inner = Packed.tar(new Entry("var/app.log.gz", Packed.GZIP.pack(LOG)));
    for (Packed kind : Packed.values()) {
      byte[] bundle =
          Packed.zip(new Entry("logs.tar.packed", kind.pack(inner)), new Entry("b.log", LOG));
      Accounted read = read("bundle.zip", bundle);
      assertThat(read.names())
          .containsExactly("bundle.zip!logs.tar.packed!var/app.log.gz", "bundle.zip!b.log");
      assertThat(read.problems()).isEmpty();
    }
  }

  @Test
  void g81NamesAreLabelsAndUnique() throws IOException {
    String[] names = {
      "../../x",
      "/abs",
      "C:\\x",
      "..\\x",
      "a.log",
      "a.log",
      "A.log",
      "a.log~2",
      "-rf",
      "$(x)",
      "new\nline",
      "esc\u001b[31m",
      "nul\0x",
      "gpj\u202Egol.x",
      "n".repeat(4000),
      "n".repeat(4001),
      "e\u0301",
      "\u00e9",
      "CON",
      "a."
    };
    Entry[] entries = Arrays.stream(names).map(name -> new Entry(name, LOG)).toArray(Entry[]::new);
    for (byte[] archive : List.of(Packed.zip(entries), Packed.tar(entries))) {
      Accounted read = read("a.bin", archive);
      assertThat(read.ledger.events()).isEqualTo(names.length + 1);
      assertThat(read.names()).doesNotHaveDuplicates().hasSize(names.length);
      assertThat(read.events).extracting(LogEvent::id).doesNotHaveDuplicates();
      assertThat(read.names()).allMatch(name -> name.length() < 300);
      assertThat(String.join("", read.names()).chars())
          .noneMatch(c -> c < ' ' || c == 0x7f || c == 0x202e);
    }
    assertThat(Accounted.below(folder)).isEmpty();
  }

  @Test
  void g81OldNamesOfZip() throws IOException {
    assertThat(read("a.zip", Packed.zipWithNames("IBM437", new Entry("Grüße.log", LOG))).names())
        .containsExactly("a.zip!Grüße.log");
    assertThat(read("b.zip", Packed.zipWithNames("UTF-8", new Entry("Grüße.log", LOG))).names())
        .containsExactly("b.zip!Grüße.log");
  }

  @Test
  void g81DamagedAndLyingZips() throws IOException {
    byte[] zip =
        Packed.zip(new Entry("a.log", LOG), new Entry("b.log", LOG), new Entry("c.log", LOG));
    for (int length = zip.length - 1; length > 4; length -= 7) {
      read("cut.zip", Arrays.copyOf(zip, length));
    }
    java.util.Random random = new java.util.Random(4);
    for (int i = 0; i < 100; i++) {
      byte[] damaged = zip.clone();
      damaged[random.nextInt(zip.length)] ^= (byte) (1 << random.nextInt(8));
      read("damaged.zip", damaged);
    }
    byte[] encrypted = zip.clone();
    encrypted[6] |= 1;
    assertThat(read("locked.zip", encrypted).problems()).contains("is encrypted");
  }

  @Test
  void g82TarLinksDevicesAndFurtherArchives() throws IOException {
    byte[] tar = Packed.tarWithSpecialEntries(LOG);
    Accounted read = read("a.tar", tar);
    assertThat(read.names()).containsExactly("a.tar!real.log");
    Accounted both = read("b.tar", Packed.join(tar, Packed.tar(new Entry("more.log", LOG))));
    assertThat(both.names()).containsExactly("b.tar!real.log", "b.tar!more.log");
  }

  @Test
  void g82TarHeadersThatLie() throws IOException {
    Accounted name = read("name.tar.gz", Packed.GZIP.pack(Packed.tarWithLongName(64 << 20, LOG)));
    assertThat(name.problems()).contains("header of more than");
    Accounted million = read("million.tar", Packed.tarWithLongName(1 << 20, LOG));
    assertThat(million.bodies()).containsExactly("charged");
    for (String size : List.of("-1", "9223372036854775807", "99999999999999999999", "x")) {
      Accounted pax = read("pax.tar", Packed.tarWithPaxSize(size, LOG));
      assertThat(pax.bodies().getFirst()).isEqualTo("charged");
      assertThat(pax.problems()).isNotEmpty();
    }
  }

  @Test
  void g82SparseFilesOfExabytes() throws IOException {
    Accounted read = read("sparse.tar", Packed.tarWithSparse(8L << 60));
    assertThat(read.problems()).isNotEmpty();
  }

  @Test
  void g83SevenZipIsReadAndRarIsNamed() throws IOException {
    byte[] seven = Packed.sevenZip(new Entry("a.log", LOG), new Entry("b/c.log", LOG));
    assertThat(read("a.7z", seven).names()).containsExactly("a.7z!a.log", "a.7z!b/c.log");
    assertThat(read("cut.7z", Arrays.copyOf(seven, seven.length - 9)).problems()).isNotEmpty();
    assertThat(read("in.zip", Packed.zip(new Entry("a.7z", seven))).problems())
        .contains("7-Zip archive");
    byte[] rar = "Rar!\u001a\7\0xxxxxxx".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read("a.rar", rar).problems()).contains("RAR archive");
  }

  @Test
  void g83OnlyTextMembersOfPrograms() throws IOException {
    byte[] code = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 65, 1, 2, 3};
    Accounted read =
        read(
            "a.jar",
            Packed.zip(
                new Entry("A.class", code), new Entry("B.class", code), new Entry("log.txt", LOG)));
    assertThat(read.bodies()).containsExactly("charged");
    assertThat(read.ledger.problems()).hasSize(1);
    assertThat(read.problems()).contains("2 members: each is a Java class");
  }

  @Test
  void g84ManyEmptyMembersAreOneProblem() throws IOException {
    Entry[] entries =
        IntStream.range(0, 3000)
            .mapToObj(i -> new Entry("e" + i, new byte[0]))
            .toArray(Entry[]::new);
    Accounted read = read("many.zip", Packed.zip(entries));
    assertThat(read.ledger.problems()).hasSize(1);
    assertThat(read.problems()).contains("3000 members: each is empty");
  }

  @Test
  void g84TheNumberOfMembersHasALimit() throws IOException {
    byte[] tar = Packed.tarOfEmptyMembers(100_002);
    Accounted read = read("many.tar", Packed.join(Packed.tar(new Entry("a.log", LOG)), tar));
    assertThat(read.bodies()).containsExactly("charged");
    assertThat(read.problems()).contains("more than 100000 members");
  }

  private Accounted read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try {
      return Accounted.of(file, SOON);
    } finally {
      Files.delete(file);
    }
  }
}
