// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.ingest.bookmark.Account;
import dev.clew.source.Problem;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of each source stands in the store beside its events. */
class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

  @TempDir private Path folder;
  private final LogStore store = new ListLogStore();
  private final List<Unread> unread = new ArrayList<>();
  private final AtomicInteger appended = new AtomicInteger();

  @Test
  void holdsWhatEveryReadingFound() throws IOException {
    Path file = folder.resolve("shop.log");
    Files.writeString(
        file,
        """

        no time here
        2026-11-21T14:00:00Z INFO begun
        2026-11-21T14:00:01Z ERROR failed
        """);
    index(file, Until.NEVER);
    Account first = account();
    assertThat(first.file()).isEqualTo("shop.log");
    assertThat(first.lines()).isEqualTo(4);
    assertThat(first.events()).isEqualTo(3);
    assertThat(first.timed()).isEqualTo(2);
    assertThat(first.rejected()).containsOnly(Map.entry("blank line before the first event", 1L));
    assertThat(appended).hasValue(3);
    assertThat(unread).extracting(Unread::kept).containsExactly(false, true);
    assertThat(unread.getLast().text()).isEqualTo("no time here");

    Files.writeString(file, "2026-11-21T14:00:02Z INFO ended\n", StandardOpenOption.APPEND);
    index(file, Until.NEVER);
    assertThat(account().events()).isEqualTo(4);
    assertThat(account().lines()).isEqualTo(5);
    assertThat(account().rejectedLines()).isEqualTo(1);
  }

  @Test
  void staysWithTheNameUnderWhichEventsWereRead() throws IOException {
    Path file = folder.resolve("shop.log");
    Files.writeString(file, "2026-11-21T14:00:00Z INFO begun\n");
    index(file, Until.NEVER);
    Path moved = Files.move(file, folder.resolve("other.log"));
    index(moved, Until.NEVER);
    assertThat(account().file()).isEqualTo("shop.log");
    assertThat(account().place()).endsWith("other.log!");
  }

  @Test
  void aReadingThatIsStoppedKeepsWhatItReadAndGoesOnThere() throws IOException {
    Path file = folder.resolve("long.log");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      lines.append("2026-11-21T14:00:00.%04dZ INFO order %d%n".formatted(i, i));
    }
    Files.writeString(file, lines);
    Ledger stopped = index(file, () -> appended.get() >= 1_000);
    assertThat(stopped.problems()).extracting(Problem::reason).containsExactly(Ingest.CUT);
    long kept = store.status().events();
    assertThat(kept).isBetween(1_000L, 4_999L);
    assertThat(account().events()).isEqualTo(kept);

    assertThat(index(file, Until.NEVER).problems()).isEmpty();
    assertThat(store.status().events()).isEqualTo(5_000);
    assertThat(account().events()).isEqualTo(5_000);
  }

  private Account account() {
    return Account.of(store.bookmarks()).values().iterator().next();
  }

  private Ledger index(Path file, Until end) {
    ReadSettings settings = new ReadSettings(ZoneOffset.UTC, NOW);
    IngestListener listener =
        new IngestListener() {
          @Override
          public void progress(long done, long total) {
            // not asked here
          }

          @Override
          public void appended(int events) {
            appended.addAndGet(events);
          }

          @Override
          public void unread(List<Unread> lines) {
            unread.addAll(lines);
          }
        };
    return new Ingest(store, settings, InputStream.nullInputStream(), InstantSource.fixed(NOW))
        .index(List.of(file), listener, end);
  }
}
