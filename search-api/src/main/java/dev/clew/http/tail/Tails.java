// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.tail;

import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.query.Query;
import dev.clew.store.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * All who follow one store. One thread looks at what arrives, for all of them; it waits for nobody,
 * and sleeps while nothing comes. Thread-safe.
 */
public final class Tails implements AutoCloseable {
  private static final Cursor NOWHERE = new Cursor(Long.MIN_VALUE, "", 0);
  private static final String OVERRUN = "events come faster than they can be compared";

  private final Arrivals arrivals;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Tail> open = new ArrayList<>();
  private @Nullable Thread thread;
  private long position;
  private boolean closed;

  /**
   * @param arrivals what is followed
   * @param most readers at once
   */
  public Tails(Arrivals arrivals, int most) {
    this.arrivals = arrivals;
    this.most = most;
  }

  /**
   * A tail that goes on where {@code place} is, if that is known still; otherwise it starts now.
   *
   * @throws Problem when there are too many already
   */
  public Tail open(Query query, Optional<Place> place) {
    lock.lock();
    try {
      if (open.size() >= most) {
        throw new Problem(
            ProblemType.TOO_MANY_QUESTIONS,
            "%d readers follow what comes, and that is the most".formatted(most),
            "close one, or ask /api/search now and then");
      }
      start();
      Cursor latest = place.map(Place::latest).orElse(NOWHERE);
      boolean known = place.filter(this::isKnown).isPresent();
      long number = known ? place.orElseThrow().number() : position;
      Tail tail = new Tail(this, query, number, latest, known);
      if (known) {
        offer(tail, arrivals.between(number, position));
      }
      open.add(tail);
      if (closed) {
        tail.end();
      }
      return tail;
    } finally {
      lock.unlock();
    }
  }

  /** True when all that arrived after {@code place} is still there. */
  private boolean isKnown(Place place) {
    return place.run().equals(run())
        && place.number() >= 0
        && place.number() <= position
        && arrivals.between(place.number(), position).size() == position - place.number();
  }

  /** The thread starts with the first reader: before there is none, nothing is to be done. */
  private void start() {
    if (thread == null && !closed) {
      position = arrivals.published();
      thread = Thread.ofVirtual().name("tails").start(this::follow);
    }
  }

  private void follow() {
    try {
      while (arrivals.awaitAfter(position)) {
        lock.lock();
        try {
          hand(arrivals.published());
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(long end) {
    List<Arrival> news = open.isEmpty() ? List.of() : arrivals.between(position, end);
    long missed = end - position - news.size();
    long oldest = arrivals.oldest();
    for (Tail tail : open) {
      if (missed > 0) {
        tail.overrun(missed, end - news.size(), OVERRUN);
      }
      offer(tail, news);
      tail.trim(oldest);
    }
    position = end;
  }

  private static void offer(Tail tail, List<Arrival> news) {
    for (Arrival arrival : news) {
      if (tail.matches(arrival.event())) {
        tail.offer(arrival);
      }
    }
  }

  String run() {
    return arrivals.run();
  }

  long publications() {
    return arrivals.publications();
  }

  void leave(Tail tail) {
    lock.lock();
    try {
      open.remove(tail);
    } finally {
      lock.unlock();
    }
  }

  /** How many follow. */
  public int readers() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  /** Ends every tail. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      open.forEach(Tail::end);
      arrivals.close();
    } finally {
      lock.unlock();
    }
  }
}
