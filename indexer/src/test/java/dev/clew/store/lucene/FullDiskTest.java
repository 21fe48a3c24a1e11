// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.store.LogStore;
import dev.clew.store.StoreException;
import dev.clew.store.lucene.part.StoreSettings;
import dev.clew.store.lucene.write.Learning;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is a state that a store leaves by itself, with all it acknowledged (C12). */
@Tag("slow")
class FullDiskTest {
  private static final StoreSettings SETTINGS =
      new StoreSettings(Duration.ofDays(1), 100, 8, 64, 64L << 20, Learning.DEFAULT);
  private static final int BATCH = 500;

  @TempDir Path home;
  private Path disk;
  private final ScriptedEvents events = new ScriptedEvents();

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()) == 0,
        "only root can mount a small disk");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", "-l", disk.toString());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  /** Fills the disk to the last byte but {@code rest}. */
  private void fill(long rest) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(disk.resolve("ballast"))) {
      while (Files.getFileStore(disk).getUsableSpace() > rest + block.length) {
        out.write(block);
      }
    }
  }

  private boolean isTaken(LogStore store) {
    try {
      events.append(store, ScriptedEvents.read(store) + BATCH);
      return true;
    } catch (StoreException.Unavailable e) {
      assertThat(e).hasMessageContaining("is full").hasMessageContaining("free some space");
      return false;
    }
  }

  @Test
  void keepsAnsweringAndGoesOnWhenThereIsRoomAgain_C12() throws IOException, InterruptedException {
    try (LogStore store = LuceneLogStores.open(disk.resolve("data"), SETTINGS)) {
      for (int i = 0; i < 4; i++) {
        assertThat(isTaken(store)).isTrue();
      }
      fill(0);
      int most = 100;
      while (isTaken(store)) {
        assertThat(most--).isPositive();
      }
      assertThat(isTaken(store)).isFalse();
      int acked = ScriptedEvents.read(store);
      assertThat(store.status().trouble().orElseThrow()).contains("disk is full");
      events.check(store, "while the disk is full");
      assertThat(run("mount", "-o", "remount,size=256m", disk.toString())).isZero();
      long start = System.nanoTime();
      while (!isTaken(store)) {
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertThat(store.status().trouble()).isEmpty();
      events.check(store, "after there was room again");
      System.out.printf(
          "full disk: %d events acknowledged and kept, goes on %d ms after there is room%n",
          acked, millis);
    }
    try (LogStore store = LuceneLogStores.open(disk.resolve("data"), SETTINGS)) {
      events.check(store, "opened again");
    }
  }

  @Test
  void expiresEventsOnAFullDisk() throws IOException {
    try (LogStore store = LuceneLogStores.open(disk.resolve("data"), SETTINGS)) {
      for (int i = 0; i < 4; i++) {
        assertThat(isTaken(store)).isTrue();
      }
      fill(0);
      store.expireBefore(ScriptedEvents.CUT);
      events.check(store, "expired on a full disk", true);
      assertThat(store.status().events()).isLessThan(4L * BATCH);
    }
  }

  @Test
  void keepsWhatItHasWhenThereAreNoNamesLeft_C12() throws IOException, InterruptedException {
    try (LogStore store = LuceneLogStores.open(disk.resolve("data"), SETTINGS)) {
      assertThat(isTaken(store)).isTrue();
      assertThat(run("mount", "-o", "remount,nr_inodes=100", disk.toString())).isZero();
      int most = 100;
      while (isTaken(store)) {
        assertThat(most--).isPositive();
      }
      events.check(store, "no inodes");
      assertThat(run("mount", "-o", "remount,nr_inodes=100000", disk.toString())).isZero();
      assertThat(isTaken(store)).isTrue();
      events.check(store, "inodes again");
    }
  }
}
