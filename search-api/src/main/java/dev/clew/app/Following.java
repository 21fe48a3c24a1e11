// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Surroundings;
import dev.clew.ingest.Follower;
import dev.clew.ingest.IngestListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.intake.Followed;
import dev.clew.source.Problem;
import dev.clew.store.LogStore;
import dev.clew.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows files until told to stop. */
final class Following {
  /** How long a change may stay unseen that the system does not tell of. */
  private static final Duration SWEEP = Duration.ofSeconds(10);

  /** How long to wait for a store that takes no more to take some again. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private final LogStore store;
  private final ReadSettings settings;
  private final List<Path> paths;
  private final Followed followed;
  private final IngestListener listener;

  /**
   * @param followed told what cannot be read
   * @param listener told what is read
   */
  Following(
      Surroundings surroundings,
      LogStore store,
      ReadSettings settings,
      List<Path> paths,
      Followed followed,
      IngestListener listener) {
    this.surroundings = surroundings;
    this.store = store;
    this.settings = settings;
    this.paths = List.copyOf(paths);
    this.followed = followed;
    this.listener = listener;
  }

  /**
   * Follows until {@code asked} is counted down. A store that takes no more for now is tried again:
   * what it has not kept is read again.
   */
  void until(CountDownLatch asked) throws InterruptedException {
    Duration pause = Duration.ZERO;
    while (!asked.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      try (Follower follower =
          new Follower(store, settings, paths, surroundings.clock(), SWEEP, this::tell, listener)) {
        do {
          follower.step(() -> asked.getCount() == 0);
        } while (!asked.await(Follower.STEP.toMillis(), TimeUnit.MILLISECONDS));
        return;
      } catch (StoreException.Unavailable full) {
        surroundings.console().note("clew: " + Console.safe(full.getMessage(), 600));
        pause = RETRY;
      }
    }
  }

  private void tell(Problem problem) {
    followed.failed(problem);
    surroundings.console().note("clew: " + Console.safe(problem.toString(), 400));
  }
}
