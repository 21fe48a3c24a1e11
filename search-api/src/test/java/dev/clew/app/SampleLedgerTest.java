// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.LogReader;
import dev.clew.ingest.ReadListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is lost: the raw bytes of what was read from a sample file are the file. */
class SampleLedgerTest {
  static Stream<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(Cli.home().resolve("sample-logs"))) {
      return tree
          .filter(Files::isRegularFile)
          .filter(file -> file.getParent().endsWith("logs") || file.toString().contains("/logs/"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void accountsForEveryByte(Path file) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    Ledger ledger =
        new LogReader(new ReadSettings(ZoneOffset.UTC, Cli.NOW))
            .read(
                List.of(file),
                new ReadListener() {
                  @Override
                  public void event(LogEvent event, String format) {
                    read.writeBytes(event.raw().toByteArray());
                  }

                  @Override
                  public void rejected(Rejection rejection) {
                    read.writeBytes(rejection.raw().toByteArray());
                  }

                  @Override
                  public void progress(long done, long total) {
                    assertThat(done).isLessThanOrEqualTo(total);
                  }
                });
    byte[] whole = content(file);
    assertThat(ledger.isBalanced()).isTrue();
    assertThat(ledger.events()).isPositive();
    assertThat(read.toByteArray()).isEqualTo(whole);
  }

  private static byte[] content(Path file) {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return plain.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
