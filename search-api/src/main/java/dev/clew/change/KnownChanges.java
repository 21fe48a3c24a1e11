// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The changes that are known by now, which may become more. Thread-safe. */
public final class KnownChanges {
  private final UnaryOperator<List<Change>> logs;
  private volatile List<Change> told;

  /** Those that somebody told of, and no others. */
  public KnownChanges(List<Change> told) {
    this(told, UnaryOperator.identity());
  }

  /**
   * Those that somebody told of, and what the logs know of changes.
   *
   * @param logs makes of the former what is known with the logs as of now; thread-safe
   */
  public KnownChanges(List<Change> told, UnaryOperator<List<Change>> logs) {
    this.told = List.copyOf(told);
    this.logs = logs;
  }

  /** Those known at this moment; the list does not change. */
  public List<Change> all() {
    return logs.apply(told);
  }

  /** How many somebody told of: known without a look at the logs. */
  public int toldCount() {
    return told.size();
  }

  /** Takes more, which every later {@link #all} holds. */
  public synchronized void add(List<? extends Change> more) {
    List<Change> both = new ArrayList<>(told);
    both.addAll(more);
    told = List.copyOf(both);
  }
}
