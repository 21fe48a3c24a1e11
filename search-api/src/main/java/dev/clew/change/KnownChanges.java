// SPDX-License-Identifier: Apache-2.0
package dev.clew.change;

import java.util.ArrayList;
import java.util.List;

/** The changes that are known by now, which may become more. Thread-safe. */
public final class KnownChanges {
  private volatile List<Change> all;

  public KnownChanges(List<Change> all) {
    this.all = List.copyOf(all);
  }

  /** Those known at this moment; the list does not change. */
  public List<Change> all() {
    return all;
  }

  /** Takes more, which every later {@link #all} holds. */
  public synchronized void add(List<? extends Change> more) {
    List<Change> both = new ArrayList<>(all);
    both.addAll(more);
    all = List.copyOf(both);
  }
}
