// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is going to happen, in the order of time; equal times in the order they were put down. */
public final class Agenda {

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::number));
  private long number;

  private record Entry(long time, long number, Action action) {}

  /** Something that happens at a time, in milliseconds since 1970. */
  @FunctionalInterface
  public interface Action {
    void at(long time);
  }

  public void add(long time, Action action) {
    entries.add(new Entry(time, number++, action));
  }

  /** Lets everything happen that is due before this time, new entries included. */
  public void runUntil(long end) {
    while (!entries.isEmpty() && entries.peek().time() < end) {
      Entry next = entries.poll();
      next.action().at(next.time());
    }
  }
}
