// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one reader is to be sent. All that {@link Arrivals} still keeps may wait for it, since that
 * costs nothing more; of a reader so slow that the first that waits is kept no longer, only a small
 * number waits, and the others are counted as a {@link Gap} until it has taken them. One thread
 * takes.
 */
public final class Tail implements AutoCloseable {
  /** Of a reader who is behind what is kept. */
  private static final int MOST = 512;

  private static final long MOST_BYTES = 256 << 10;
  private static final String SLOW = "the reader is slower than the events come";

  private final Tails tails;
  private final boolean goesOn;
  private final Query query;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Deque<Arrival> waiting = new ArrayDeque<>();
  private final Set<EventId> replayed = new HashSet<>();
  private long replayedUntil = -1;
  private long bytes;
  private @Nullable Gap gap;
  private long leftOutTo;
  private boolean ended;
  private long number;
  private Cursor latest;

  Tail(Tails tails, Query query, long number, Cursor latest, boolean goesOn) {
    this.goesOn = goesOn;
    this.tails = tails;
    this.query = query;
    this.number = number;
    this.latest = latest;
  }

  /** What is to be sent next. */
  public sealed interface Item {}

  /** An event. */
  public record Hit(LogEvent event) implements Item {}

  /** Others that are left out. */
  public record Missed(Gap gap) implements Item {}

  /** Whether it goes on without a break where its reader was before. */
  public boolean goesOn() {
    return goesOn;
  }

  /** How far the reader has come with what was taken. */
  public Place place() {
    return new Place(tails.run(), number, latest);
  }

  /** True when there will be nothing more. */
  public boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** The next one; empty when none comes in {@code longest}. */
  public Optional<Item> take(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<Item> next = next();
        if (next.isPresent() || ended || left <= 0) {
          return next;
        }
        left = filled.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Item> next() {
    while (!waiting.isEmpty()) {
      Arrival arrival = waiting.removeFirst();
      bytes -= size(arrival);
      number = arrival.number();
      if (!isReplayed(arrival)) {
        sent(arrival.event());
        return Optional.of(new Hit(arrival.event()));
      }
    }
    Gap left = gap;
    gap = null;
    return left == null ? Optional.empty() : Optional.of(missed(left));
  }

  private Item missed(Gap left) {
    number = Math.max(number, leftOutTo);
    if (left.to() != null && left.to().compareTo(latest) > 0) {
      latest = left.to();
    }
    return new Missed(left);
  }

  private boolean isReplayed(Arrival arrival) {
    if (arrival.publication() > replayedUntil) {
      replayed.clear();
    }
    return replayed.contains(arrival.event().id());
  }

  /** The event was sent, whether it arrived now or was found in the store. */
  void sent(LogEvent event) {
    Cursor at = Cursor.after(event);
    latest = at.compareTo(latest) > 0 ? at : latest;
  }

  /** The event was sent before it arrived here, as part of {@code publication} at the latest. */
  void replayed(LogEvent event, long publication) {
    replayed.add(event.id());
    replayedUntil = publication;
    sent(event);
  }

  boolean matches(LogEvent event) {
    return query.matches(event);
  }

  /** It waits, unless others are left out already. */
  void offer(Arrival arrival) {
    lock.lock();
    try {
      if (gap == null) {
        waiting.addLast(arrival);
        bytes += size(arrival);
      } else {
        leaveOut(arrival);
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Those with a number before {@code oldest} are kept for nobody else any more. */
  void trim(long oldest) {
    lock.lock();
    try {
      boolean behind = !waiting.isEmpty() && waiting.getFirst().number() < oldest;
      while (behind && waiting.size() > 1 && (waiting.size() > MOST || bytes > MOST_BYTES)) {
        Arrival last = waiting.removeLast();
        bytes -= size(last);
        leaveOut(last);
      }
    } finally {
      lock.unlock();
    }
  }

  private void leaveOut(Arrival arrival) {
    Gap so = gap == null ? new Gap(0, true, null, null, SLOW) : gap;
    gap = so.with(arrival.event());
    leftOutTo = Math.max(leftOutTo, arrival.number());
  }

  private static int size(Arrival arrival) {
    return arrival.event().raw().length();
  }

  /** So many arrived up to {@code end} that nobody could look at them. */
  void overrun(long count, long end, String reason) {
    lock.lock();
    try {
      Gap so = gap == null ? new Gap(0, false, null, null, reason) : gap;
      gap = new Gap(so.count() + count, false, so.from(), so.to(), so.reason());
      leftOutTo = end;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    tails.leave(this);
  }
}
