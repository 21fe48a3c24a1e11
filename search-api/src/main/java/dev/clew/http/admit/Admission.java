// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.admit;

import dev.clew.http.admit.Ticket.State;
import dev.clew.http.problem.Problem;
import dev.clew.http.problem.ProblemType;
import dev.clew.store.Until;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in so many questions at once, as far as their memory goes. Of those that wait, the next is
 * one of the client with the fewest under way; among equals, of the one who had its turn longest
 * ago. When the queue is full, a client with few waiting takes the place of the last question of
 * the one with most. Of those at work, one of a client that has had much more than another rests
 * now and then. Thread-safe.
 */
public final class Admission implements AutoCloseable {
  /** How often somebody who waits is looked after. */
  private static final long LOOK_MILLIS = 100;

  /** A question of this length is nobody's burden. */
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Much more is so many times as much. */
  private static final int MUCH = 4;

  /** Twice the time between two looks: who rests works a third of the time. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2 * LOOK_MILLIS);

  private final ReentrantLock lock = new ReentrantLock();
  private final Capacity capacity;
  private final LongSupplier clock;

  /** Who had a turn longest ago comes first; those without questions are forgotten. */
  private final Map<String, Client> clients = new LinkedHashMap<>();

  private int running;
  private int waiting;
  private long bytes;
  private boolean closed;

  public Admission(Capacity capacity) {
    this(capacity, System::nanoTime);
  }

  /**
   * @param clock nanoseconds from any moment on
   */
  Admission(Capacity capacity, LongSupplier clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  /** Leave to work; closed when the work is done. */
  public interface Pass extends AutoCloseable {
    /** To be called a few times a second while working: rests where others come too short. */
    void giveWay();

    @Override
    void close();
  }

  private static final Pass FREE =
      new Pass() {
        @Override
        public void giveWay() {
          // what needs next to nothing is in nobody's way
        }

        @Override
        public void close() {
          // nothing was taken
        }
      };

  private final class Admitted implements Pass {
    private final Ticket ticket;

    Admitted(Ticket ticket) {
      this.ticket = ticket;
    }

    @Override
    public void giveWay() {
      if (crowds(ticket)) {
        LockSupport.parkNanos(REST_NANOS);
      }
    }

    @Override
    public void close() {
      leave(ticket);
    }
  }

  /**
   * Waits for its turn.
   *
   * @param client who asks
   * @throws Problem when too many wait already, the asker's patience ends first, or this is closed
   */
  public Pass enter(String client, Weight weight, Until until) {
    lock.lock();
    try {
      if (closed) {
        throw stopping();
      }
      if (weight == Weight.NONE) {
        return FREE;
      }
      Ticket ticket = new Ticket(client, weight.bytes(capacity.memory()), lock.newCondition());
      enqueue(ticket);
      admitNext();
      await(ticket, until);
      return new Admitted(ticket);
    } finally {
      lock.unlock();
    }
  }

  /** Refuses those who wait and those who come; who was let in stays in. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      clients.values().stream()
          .flatMap(client -> client.waiting.stream())
          .toList()
          .forEach(ticket -> drop(ticket).turn(State.STOPPED));
    } finally {
      lock.unlock();
    }
  }

  /** True when the work of {@code pass} goes on at the cost of others. */
  boolean crowds(Pass pass) {
    return crowds(((Admitted) pass).ticket);
  }

  private boolean crowds(Ticket ticket) {
    lock.lock();
    try {
      Client own = clients.get(ticket.client);
      if (own == null) {
        return false;
      }
      long now = clock.getAsLong();
      own.worked += now - ticket.counted;
      ticket.counted = now;
      boolean scarce = waiting > 0 || running > capacity.slots() / 2;
      return scarce
          && now - ticket.started > SHORT_NANOS
          && clients.values().stream().anyMatch(client -> client.worked * MUCH < own.worked);
    } finally {
      lock.unlock();
    }
  }

  /** How many questions wait for their turn. */
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(Ticket ticket) {
    Client own = clients.computeIfAbsent(ticket.client, none -> new Client());
    own.waiting.addLast(ticket);
    waiting++;
    if (waiting > capacity.queue() && next().isEmpty()) {
      Client most = largest(own);
      drop(most.waiting.getLast()).turn(State.REFUSED);
    }
  }

  /** With the most waiting; {@code newest} among equals. */
  private Client largest(Client newest) {
    Client most = newest;
    for (Client client : clients.values()) {
      most = client.waiting.size() > most.waiting.size() ? client : most;
    }
    return most;
  }

  private void await(Ticket ticket, Until until) {
    try {
      while (ticket.state == State.WAITING && !until.passed()) {
        ticket.changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    if (ticket.state == State.WAITING) {
      drop(ticket);
      admitNext();
      throw refusal("the time for the answer passed while the question waited for its turn");
    }
    if (ticket.state == State.STOPPED) {
      throw stopping();
    }
    if (ticket.state == State.REFUSED) {
      throw refusal("%d questions wait already".formatted(capacity.queue()));
    }
  }

  private static Problem stopping() {
    return new Problem(
        ProblemType.STOPPING, "the server was told to end", "start clew again, then ask again");
  }

  private static Problem refusal(String detail) {
    return new Problem(
        ProblemType.TOO_MANY_QUESTIONS, detail, "ask again in a second, and fewer at once");
  }

  private Ticket drop(Ticket ticket) {
    Client client = clients.get(ticket.client);
    if (client != null && client.waiting.remove(ticket)) {
      waiting--;
      forgetIdle(ticket.client, client);
    }
    return ticket;
  }

  private void forgetIdle(String name, Client client) {
    if (client.isIdle()) {
      clients.remove(name);
    }
  }

  private void leave(Ticket ticket) {
    lock.lock();
    try {
      running--;
      bytes -= ticket.bytes;
      Client client = clients.get(ticket.client);
      if (client != null) {
        client.running--;
        client.worked += clock.getAsLong() - ticket.counted;
        forgetIdle(ticket.client, client);
      }
      admitNext();
    } finally {
      lock.unlock();
    }
  }

  private void admitNext() {
    for (Optional<Ticket> next = next(); next.isPresent(); next = next()) {
      admit(next.get());
    }
  }

  private void admit(Ticket ticket) {
    Client client = clients.remove(ticket.client);
    if (client == null) {
      throw new IllegalStateException("a question that waits belongs to a client");
    }
    clients.put(ticket.client, client);
    client.waiting.removeFirst();
    client.running++;
    waiting--;
    running++;
    bytes += ticket.bytes;
    ticket.started = clock.getAsLong();
    ticket.counted = ticket.started;
    ticket.turn(State.ADMITTED);
  }

  /** Whose turn it is, if there is room: a large one is not overtaken for ever by small ones. */
  private Optional<Ticket> next() {
    @Nullable Client best = null;
    for (Client client : clients.values()) {
      if (!client.waiting.isEmpty()
          && client.running < capacity.slotsOfOne()
          && (best == null || client.running < best.running)) {
        best = client;
      }
    }
    if (best == null || running >= capacity.slots()) {
      return Optional.empty();
    }
    Ticket ticket = best.waiting.getFirst();
    boolean fits = running == 0 || bytes + ticket.bytes <= capacity.budget();
    return fits ? Optional.of(ticket) : Optional.empty();
  }
}
