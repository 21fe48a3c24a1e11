// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from a file that is held is of one content. */
class HeldFileTest {
  @TempDir Path folder;

  private static String read(HeldFile held, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    int count = held.read(bytes);
    return new String(bytes.array(), 0, Math.max(0, count), StandardCharsets.UTF_8);
  }

  @Test
  void readsOnInAFileThatGrows() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x".repeat(3000) + "one");
    try (HeldFile held = new HeldFile(Files.newByteChannel(file))) {
      assertThat(read(held, 1000) + read(held, 9000)).endsWith("one").hasSize(3003);
      assertThat(read(held, 10)).isEmpty();
      Files.writeString(file, "two", StandardOpenOption.APPEND);
      assertThat(read(held, 10)).isEqualTo("two");
      assertThat(held.isRewritten()).isFalse();
    }
  }

  @Test
  void tellsNothingOfWhatWasWrittenOverIt() throws IOException {
    for (int before : new int[] {1, 900, 5000}) {
      Path file = Files.writeString(folder.resolve("b"), "a".repeat(before));
      try (HeldFile held = new HeldFile(Files.newByteChannel(file))) {
        assertThat(read(held, 10_000)).hasSize(before);
        Files.writeString(file, "b".repeat(9000));
        assertThat(read(held, 10)).isEmpty();
        assertThat(held.isRewritten()).isTrue();
        Files.writeString(file, "a".repeat(9000));
        assertThat(read(held, 10)).isEmpty();
      }
    }
  }

  @Test
  void tellsNothingOfAFileThatWasTruncated() throws IOException {
    Path file = Files.writeString(folder.resolve("c"), "a".repeat(500));
    try (HeldFile held = new HeldFile(Files.newByteChannel(file))) {
      assertThat(read(held, 100)).hasSize(100);
      Files.writeString(file, "");
      assertThat(read(held, 100)).isEmpty();
      assertThat(held.isRewritten()).isTrue();
    }
  }
}
