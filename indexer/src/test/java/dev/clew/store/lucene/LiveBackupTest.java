// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.BackupSummary;
import dev.clew.store.LogStore;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while events come in is the store as of one commit. */
@Tag("slow")
class LiveBackupTest {
  private static final int TIMES = Integer.getInteger("clew.backup.times", 10);

  @TempDir Path home;

  @Test
  void restoresExactlyOneCommit() throws Exception {
    Path folder = home.resolve("data");
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch first = new CountDownLatch(1);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try (LogStore store = LuceneLogStores.open(folder, ScriptedEvents.SETTINGS)) {
      Future<?> writing = writer.submit(() -> write(store, stop, first));
      first.await();
      long last = 0;
      for (int i = 0; i < TIMES; i++) {
        int before = ScriptedEvents.read(store);
        Path backup = home.resolve("backup" + i);
        BackupSummary made = LuceneLogStores.backup(folder, backup);
        assertThat(made.commit()).isGreaterThanOrEqualTo(last);
        last = made.commit();
        Path restored = home.resolve("restored" + i);
        assertThat(LuceneLogStores.restore(backup, restored)).isEqualTo(made);
        try (LogStore copy = LuceneLogStores.open(restored, ScriptedEvents.SETTINGS)) {
          assertThat(ScriptedEvents.read(copy)).isGreaterThanOrEqualTo(before);
          new ScriptedEvents().check(copy, "backup " + i);
        }
        assertThat(LuceneLogStores.verify(folder).damaged()).isEmpty();
        IOUtils.rm(backup, restored);
      }
      stop.set(true);
      finish(writing);
      System.out.printf(
          "backup: %d backups while %d events came in, each restored exactly%n",
          TIMES, ScriptedEvents.read(store));
    } finally {
      writer.shutdown();
    }
  }

  private static void write(LogStore store, AtomicBoolean stop, CountDownLatch first) {
    ScriptedEvents events = new ScriptedEvents();
    while (!stop.get()) {
      events.append(store, ScriptedEvents.read(store) + 30);
      first.countDown();
    }
  }

  private static void finish(Future<?> writing) throws InterruptedException, ExecutionException {
    writing.get();
  }
}
