// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.inquiry;

import dev.clew.app.terminal.ProgressBar;
import dev.clew.app.terminal.Surroundings;
import dev.clew.event.LogEvent;
import dev.clew.format.Detection;
import dev.clew.ingest.Ingest;
import dev.clew.ingest.IngestListener;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.LogReader;
import dev.clew.ingest.ReadListener;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.Rejection;
import dev.clew.ingest.Unread;
import dev.clew.store.LogStore;
import dev.clew.store.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads paths with a progress bar. */
public final class Reading {
  private Reading() {}

  /** Reads all {@code paths} into {@code store}; what is read is told to {@code listener}. */
  public static Ledger index(
      Surroundings surroundings,
      LogStore store,
      List<Path> paths,
      ReadSettings settings,
      String what,
      IngestListener listener) {
    try (ProgressBar bar = new ProgressBar(surroundings.console(), surroundings.clock(), what)) {
      IngestListener both =
          new IngestListener() {
            @Override
            public void progress(long done, long total) {
              bar.at(done, total);
            }

            @Override
            public void unread(List<Unread> lines) {
              listener.unread(lines);
            }
          };
      return new Ingest(store, settings, surroundings.input(), surroundings.clock())
          .index(paths, both, Until.NEVER);
    }
  }

  /** Reads all {@code paths} into {@code store}. */
  public static Ledger index(
      Surroundings surroundings,
      LogStore store,
      List<Path> paths,
      ReadSettings settings,
      String what) {
    try (ProgressBar bar = new ProgressBar(surroundings.console(), surroundings.clock(), what)) {
      return new Ingest(store, settings, surroundings.input(), surroundings.clock())
          .index(paths, bar::at);
    }
  }

  /**
   * Hands every event of {@code paths} and the name of its format to {@code events}, in file order.
   */
  public static Ledger read(
      Surroundings surroundings,
      List<Path> paths,
      ReadSettings settings,
      String what,
      BiConsumer<LogEvent, String> events) {
    return read(surroundings, paths, settings, what, events, (file, detection) -> {});
  }

  /** As above; what each file was found to be goes to {@code detections} before its events. */
  public static Ledger read(
      Surroundings surroundings,
      List<Path> paths,
      ReadSettings settings,
      String what,
      BiConsumer<LogEvent, String> events,
      BiConsumer<String, Detection> detections) {
    try (ProgressBar bar = new ProgressBar(surroundings.console(), surroundings.clock(), what)) {
      return new LogReader(settings, surroundings.input())
          .read(paths, new Listener(bar, events, detections));
    }
  }

  private record Listener(
      ProgressBar bar,
      BiConsumer<LogEvent, String> events,
      BiConsumer<String, Detection> detections)
      implements ReadListener {
    @Override
    public void detected(String file, Detection detection) {
      detections.accept(file, detection);
    }

    @Override
    public void event(LogEvent event, String format) {
      events.accept(event, format);
    }

    @Override
    public void rejected(Rejection rejection) {
      // the ledger counts and names it
    }

    @Override
    public void progress(long done, long total) {
      bar.at(done, total);
    }
  }
}
