// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * How far a long step is, on one line of a terminal, from the first second on; nothing elsewhere.
 *
 * <p>Thread-safe: the readers of several files report to one bar.
 */
public final class ProgressBar implements AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int WIDTH = 30;

  private final Console console;
  private final InstantSource clock;
  private final String what;
  private final Instant start;
  private Instant shown;
  private boolean drawn;

  public ProgressBar(Console console, InstantSource clock, String what) {
    this.console = console;
    this.clock = clock;
    this.what = what;
    this.start = clock.instant();
    this.shown = start;
  }

  /** {@code done} of {@code total} bytes are behind us; a total below 1 means nobody knows it. */
  public synchronized void at(long done, long total) {
    Instant now = clock.instant();
    if (!console.isTerminal()
        || now.isBefore(start.plus(QUIET))
        || now.isBefore(shown.plus(STEP))) {
      return;
    }
    shown = now;
    drawn = true;
    double seconds = Duration.between(start, now).toMillis() / 1000.0;
    String rate = Bytes.text((long) (done / seconds)) + "/s";
    if (total < 1) {
      console.rewrite("%s %s, %s".formatted(what, Bytes.text(done), rate));
      return;
    }
    double share = Math.min(1, (double) done / total);
    int filled = (int) (share * WIDTH);
    console.rewrite(
        String.format(
            Locale.ROOT,
            "%s [%s%s] %3.0f %% of %s, %s",
            what,
            "#".repeat(filled),
            "-".repeat(WIDTH - filled),
            share * 100,
            Bytes.text(total),
            rate));
  }

  @Override
  public synchronized void close() {
    if (drawn) {
      console.rewrite("");
    }
  }
}
