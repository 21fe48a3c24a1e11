// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The changes that are known by now, which may become more. Thread-safe. */
public final class KnownChanges {
  private final Supplier<List<Change>> inferred;
  private volatile List<Change> told;

  /** Those that somebody told of, and no others. */
  public KnownChanges(List<Change> told) {
    this(told, List::of);
  }

  /**
   * Those that somebody told of, and those that the logs give away.
   *
   * @param inferred gives the latter as of now; thread-safe
   */
  public KnownChanges(List<Change> told, Supplier<List<Change>> inferred) {
    this.told = List.copyOf(told);
    this.inferred = inferred;
  }

  /** Those known at this moment; the list does not change. */
  public List<Change> all() {
    return SameChange.join(told, inferred.get());
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
