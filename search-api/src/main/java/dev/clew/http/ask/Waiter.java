// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.store.Until;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for an answer: until a deadline, until they have gone, or until they are told
 * that it ends. Thread-safe.
 */
public final class Waiter implements Until {
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private final Duration patience;
  private final BooleanSupplier gone;
  private final long end;
  private final AtomicLong nextLook;
  private volatile @Nullable String reason;
  private volatile Runnable pace = () -> {};

  /**
   * @param now of {@link System#nanoTime}
   * @param patience from now on
   * @param gone whether they have gone; asked a few times a second
   */
  public Waiter(long now, Duration patience, BooleanSupplier gone) {
    this.patience = patience;
    this.gone = gone;
    this.end = now + patience.toNanos();
    this.nextLook = new AtomicLong(now + LOOK_NANOS);
  }

  /** Somebody who waits for as long as it takes. */
  public static Waiter patient() {
    return new Waiter(System.nanoTime(), Duration.ofDays(365), () -> false);
  }

  @Override
  public boolean passed() {
    if (reason != null) {
      return true;
    }
    long now = System.nanoTime();
    if (now - end >= 0) {
      reason = "the time for the answer, %,d ms, passed".formatted(patience.toMillis());
      return true;
    }
    long look = nextLook.get();
    return now - look >= 0 && nextLook.compareAndSet(look, now + LOOK_NANOS) && look();
  }

  private boolean look() {
    if (gone.getAsBoolean()) {
      reason = "the asker has gone";
      return true;
    }
    pace.run();
    nextLook.set(System.nanoTime() + LOOK_NANOS);
    return false;
  }

  /** While somebody works for this one, {@code pace} is run a few times a second, and may wait. */
  public void workAt(Runnable pace) {
    this.pace = pace;
  }

  /** Ends the waiting, unless it has ended. */
  public void end(String why) {
    if (reason == null) {
      reason = why;
    }
  }

  /** Why work was stopped; empty when nobody was told to stop. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Why an answer is a part of the whole; null when it is the whole. */
  public @Nullable String reason(boolean complete) {
    if (complete) {
      return null;
    }
    return reason().orElse("a part of what is stored could not be read: see clew verify");
  }
}
