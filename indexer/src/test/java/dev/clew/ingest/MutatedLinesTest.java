// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines that no program would write: every byte is accounted for, and no reader fails. */
class MutatedLinesTest {
  private static final int FILES = 150;
  private static final String MARKS = "\"'[](){}<>:=,.@#|/\\ \t0aZ";
  private static final List<String> TRACES =
      List.of("java", "python", "go", "script", "net", "ruby", "php", "rust", "native", "elixir");

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void mutatedLinesOfEveryKindAreAccountedFor() throws IOException {
    List<String> seeds = seeds();
    Random random = new Random(20260304);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = file(seeds, random);
      Path file = Files.write(folder.resolve("fuzz-" + i + ".log"), bytes);
      Readings readings = Readings.of(file);
      if (readings.ledger.files().isEmpty()) {
        continue;
      }
      assertThat(readings.ledger.isBalanced()).as("seed %d", i).isTrue();
      assertThat(readings.bytes()).as("seed %d", i).isEqualTo(bytes);
      assertThat(readings.events)
          .as("seed %d", i)
          .allSatisfy(
              event ->
                  assertThat(event.field("parse_error"))
                      .allMatch(reason -> reason.startsWith("IllegalArgumentException: ")));
    }
  }

  private static byte[] file(List<String> seeds, Random random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int start = random.nextInt(seeds.size());
    int lines = 1 + random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      boolean same = random.nextInt(3) > 0;
      String seed = seeds.get(same ? (start + i) % seeds.size() : random.nextInt(seeds.size()));
      byte[] line = seed.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(random.nextInt(3) == 0 ? mutate(line, random) : line);
      if (random.nextInt(20) > 0) {
        bytes.write('\n');
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] mutate(byte[] line, Random random) {
    byte[] text = line.clone();
    if (text.length == 0) {
      return text;
    }
    int from = random.nextInt(text.length);
    switch (random.nextInt(5)) {
      case 0 -> text[from] = (byte) random.nextInt(256);
      case 1 -> {
        return java.util.Arrays.copyOf(text, from);
      }
      case 2 -> {
        return java.util.Arrays.copyOfRange(text, from, text.length);
      }
      case 3 -> {
        for (int i = 0; i < 8; i++) {
          text[random.nextInt(text.length)] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
        }
      }
      default -> {
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
          repeated.write(text, from, Math.min(text.length - from, 40));
        }
        return repeated.toByteArray();
      }
    }
    return text;
  }

  private static List<String> seeds() throws IOException {
    List<String> seeds = new ArrayList<>();
    for (String language : TRACES) {
      for (String line : resource("/dev/clew/format/stack/" + language + ".traces")) {
        if (line.startsWith("| ")) {
          seeds.add(line.substring(2));
        }
      }
    }
    for (String format : resource("/dev/clew/format/formats.index")) {
      if (format.endsWith(".format")) {
        for (String line : resource("/dev/clew/format/" + format)) {
          if (line.startsWith("sample ") || line.startsWith("  + ")) {
            seeds.add(line.substring(line.indexOf(line.startsWith("sample") ? ' ' : '+') + 1));
          }
        }
      }
    }
    String time = "2026-03-04T10:11:12.345678901Z ";
    seeds.addAll(List.of(time + "stdout P part", time + "stdout F rest", time + "stderr P "));
    seeds.addAll(List.of("web-1  | text", "db-1   | text", "[pod/a/b] text", "Full thread dump x"));
    return seeds;
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MutatedLinesTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
