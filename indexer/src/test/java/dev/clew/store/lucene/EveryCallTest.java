// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.store.LogStore;
import dev.clew.store.lucene.dying.Killed;
import dev.clew.store.lucene.dying.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a script at each call that makes something durable, one after the other, until it comes to
 * its end (RELIABILITY D-02). What was acknowledged is there each time, once, and it goes on.
 *
 * <p>System properties, to split a run: {@code clew.kill.from}, {@code clew.kill.to}.
 */
class EveryCallTest {
  private static final int FROM = Integer.getInteger("clew.kill.from", 1);
  private static final int TO = Integer.getInteger("clew.kill.to", Integer.MAX_VALUE);
  private static final int BATCH = 60;
  private static final int END = 180;

  /** Enough to come by most kinds of calls, in the default tests. */
  private static final int SOME = 127;

  /** Whoever looks afterwards need not force anything to disk. */
  private static final Life FOR_EVER = new Life(Long.MAX_VALUE);

  @TempDir Path home;
  private final ScriptedEvents events = new ScriptedEvents();
  private int acked;

  @Tag("slow")
  @Test
  void losesNothingAtAnyCall_C12() throws IOException {
    killAt(FROM, 1);
  }

  @Test
  void losesNothingAtSomeCalls_C12() throws IOException {
    killAt(1 + SOME / 2, SOME);
  }

  private void killAt(int first, int step) throws IOException {
    int points = 0;
    boolean done = false;
    Map<String, Integer> calls = new TreeMap<>();
    for (int point = first; !done && point <= TO; point += step) {
      Life life = new Life(point);
      Path folder = home.resolve("data" + point);
      run(life.at(folder));
      done = !life.isOver();
      points += done ? 0 : 1;
      calls.putAll(life.calls());
      Path left = home.resolve("left" + point);
      copy(folder, left);
      verify(FOR_EVER.at(left), "killed at call " + point + " after " + life.calls());
      IOUtils.rm(folder, left);
    }
    System.out.printf(
        "D-02 a script of %s: killed at %d calls (from %d, every %d), 0 acknowledged lost, 0 twice%s%n",
        calls, points, first, step, done ? "; then it came to its end" : "");
  }

  /** As {@link StoreProcess}, as far as it lives. */
  private void run(Path folder) {
    acked = 0;
    LogStore store = null;
    try {
      store = LuceneLogStores.open(folder, ScriptedEvents.SETTINGS);
      for (int end = BATCH; end <= END; end += BATCH) {
        events.append(store, end);
        acked = ScriptedEvents.read(store);
      }
      store.expireBefore(ScriptedEvents.CUT);
      store.close();
    } catch (Killed here) {
      letGo(store);
    }
  }

  /** A dead process holds nothing; what is open in this one has to be closed. */
  private static void letGo(@Nullable LogStore store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (Killed again) {
      // the dead keep nothing
    }
  }

  private void verify(Path folder, String what) throws IOException {
    if (!Files.exists(folder.resolve("format"))) {
      assertThat(acked).as(what).isZero();
      return;
    }
    try (LogStore store = LuceneLogStores.open(folder, ScriptedEvents.SETTINGS)) {
      int read = ScriptedEvents.read(store);
      assertThat(read).as(what).isGreaterThanOrEqualTo(acked);
      events.check(store, what, true);
      if (read < END) {
        events.append(store, read + 5);
        events.check(store, what + " and gone on", true);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }
}
