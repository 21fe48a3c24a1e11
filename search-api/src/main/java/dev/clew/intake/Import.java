// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.ingest.FileRow;
import dev.clew.ingest.Ingest;
import dev.clew.ingest.IngestListener;
import dev.clew.ingest.Ledger;
import dev.clew.ingest.Unread;
import dev.clew.ingest.bookmark.Account;
import dev.clew.intake.ImportStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One file that was handed in, from its first byte to its last event. Thread-safe. */
final class Import implements IngestListener {
  private static final int MOST_NAMED = 20;

  private final String id;
  private final Handed handed;
  private final InstantSource clock;
  private final UnreadLines lines;
  private final Instant started;
  private State state = State.RECEIVING;
  private Instant begun;
  private @Nullable Instant ended;
  private long length;
  private long received;
  private long read;
  private long events;
  private long unread;
  private List<String> sources = List.of();
  private List<String> problems = List.of();
  private String why = "";
  private boolean stopping;

  Import(String id, Handed handed, InstantSource clock, UnreadLines lines) {
    this.id = id;
    this.handed = handed;
    this.clock = clock;
    this.lines = lines;
    this.started = clock.instant();
    this.begun = started;
    this.length = handed.length();
  }

  String id() {
    return id;
  }

  synchronized boolean isOver() {
    return state.isOver();
  }

  /** It is to end soon. */
  synchronized void stop() {
    stopping = !state.isOver();
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** So many bytes came; false when no more are wanted. */
  synchronized boolean received(long bytes) {
    received = bytes;
    return !stopping;
  }

  /** All {@code bytes} of it came. */
  synchronized void waits(long bytes) {
    length = bytes;
    received = bytes;
    state = State.WAITING;
  }

  synchronized void reads() {
    state = State.READING;
    begun = clock.instant();
  }

  @Override
  public synchronized void progress(long done, long total) {
    read = Math.min(done, length);
  }

  @Override
  public synchronized void appended(int more) {
    events += more;
  }

  @Override
  public void unread(List<Unread> more) {
    lines.unread(more);
    synchronized (this) {
      unread += more.size();
    }
  }

  /**
   * It was read, to its end or until it was stopped.
   *
   * @param accounts of all sources, by identity
   */
  synchronized void ends(Ledger ledger, Map<String, Account> accounts) {
    TreeSet<String> names = new TreeSet<>();
    for (FileRow row : ledger.files()) {
      Account account = accounts.get(row.source());
      names.add(account == null ? row.file() : account.file());
    }
    sources = names.stream().limit(MOST_NAMED).toList();
    List<String> all = new ArrayList<>(ledger.problems().stream().map(Object::toString).toList());
    if (all.size() > MOST_NAMED) {
      int more = all.size() - MOST_NAMED;
      all = all.subList(0, MOST_NAMED);
      all.add("and %d more".formatted(more));
    }
    problems = all;
    boolean cut = ledger.problems().stream().anyMatch(each -> each.reason().equals(Ingest.CUT));
    if (cut) {
      end(
          State.STOPPED,
          "stopped; what was read until then is kept, and handing the same file in"
              + " again goes on there");
    } else if (events == 0 && ledger.earlier().events() > 0) {
      end(State.DONE, "all of it was read before: %,d events".formatted(ledger.earlier().events()));
    } else if (events == 0) {
      end(State.FAILED, problems.isEmpty() ? "it holds no event" : problems.getFirst());
    } else {
      end(State.DONE, names.size() > MOST_NAMED ? "%d sources".formatted(names.size()) : "");
    }
  }

  /** It ended before it was read to its end. */
  synchronized void end(State how, String reason) {
    state = how;
    why = reason;
    ended = clock.instant();
    read = how == State.DONE ? length : read;
  }

  synchronized ImportStatus status() {
    long done = state == State.RECEIVING ? received : read;
    Duration took = Duration.between(begun, ended == null ? clock.instant() : ended);
    double perSecond = took.toMillis() < 1 ? 0 : done * 1_000.0 / took.toMillis();
    boolean going = state == State.RECEIVING || state == State.READING;
    boolean known = going && perSecond > 0 && length >= 0;
    return new ImportStatus(
        id,
        handed.name(),
        handed.service(),
        state,
        length,
        received,
        read,
        events,
        unread,
        started,
        ended,
        perSecond,
        known ? Duration.ofMillis((long) ((length - done) / perSecond * 1_000)) : null,
        sources,
        problems,
        why);
  }
}
