// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Grouping.ByTime;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Selection;
import dev.clew.store.Steps;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a range of time, from its near end on, into slices of about so many events, whatever query
 * they match. Together the slices are the range, without a gap and without an overlap.
 */
final class Slices {
  private static final int STEPS = 1_000;

  private final LogStore store;
  private final Order order;
  private final Deque<Bucket> buckets = new ArrayDeque<>();
  private final long events;
  private TimeRange rest;
  private boolean done;

  /** A slice, and how many events there were in it when it was cut. */
  record Slice(TimeRange range, long events) {}

  /** A step of time that holds events. */
  private record Bucket(TimeRange range, long events) {
    boolean isOneStep() {
      return range.to() - range.from() <= Steps.of(range, STEPS, ZoneOffset.UTC).stepNanos();
    }
  }

  Slices(LogStore store, TimeRange range, Order order) {
    this.store = store;
    this.order = order;
    this.rest = range;
    List<Bucket> found = buckets(held(store, range));
    buckets.addAll(found);
    this.events = found.stream().mapToLong(Bucket::events).sum();
  }

  /** Events in the whole range when it was first looked at. */
  long events() {
    return events;
  }

  /** What no slice was cut from yet. */
  TimeRange rest() {
    return rest;
  }

  /** True when nothing is left to cut. */
  boolean isDone() {
    return done;
  }

  /** The next slice: from half to twice {@code wanted} events where times can be told apart so. */
  Slice next(long wanted) {
    long count = 0;
    TimeRange last = rest;
    while (!buckets.isEmpty() && count < wanted) {
      Bucket bucket = buckets.peekFirst();
      if (bucket.events() > wanted * 2 && !bucket.isOneStep()) {
        refine();
      } else if (count > 0 && count + bucket.events() > wanted * 2) {
        break;
      } else {
        buckets.removeFirst();
        count += bucket.events();
        last = bucket.range();
      }
    }
    done = buckets.isEmpty();
    return new Slice(done ? rest : cut(last), count);
  }

  /** Puts many short steps in the place of the first, which is too long. */
  private void refine() {
    List<Bucket> finer = buckets(buckets.removeFirst().range());
    for (int i = finer.size() - 1; i >= 0; i--) {
      buckets.addFirst(finer.get(i));
    }
  }

  private TimeRange cut(TimeRange last) {
    TimeRange whole = rest;
    if (order == Order.OLDEST_FIRST) {
      rest = new TimeRange(last.to(), whole.to());
      return new TimeRange(whole.from(), last.to());
    }
    rest = new TimeRange(whole.from(), last.from());
    return new TimeRange(last.from(), whole.to());
  }

  private List<Bucket> buckets(TimeRange range) {
    ByTime step = Steps.of(range, STEPS, ZoneOffset.UTC);
    Selection everything = new Selection(new Query.All(), range);
    Groups groups = store.aggregate(everything, List.of(step), LogStore.MAX_LIMIT);
    List<Bucket> found = new ArrayList<>();
    for (Groups.Group group : groups.groups()) {
      long start = Long.parseLong(group.keys().getFirst());
      long end = start > Long.MAX_VALUE - step.stepNanos() ? range.to() : start + step.stepNanos();
      TimeRange own = new TimeRange(Math.max(start, range.from()), Math.min(end, range.to()));
      found.add(new Bucket(own, group.count()));
    }
    Comparator<Bucket> byTime = Comparator.comparingLong(bucket -> bucket.range().from());
    found.sort(order == Order.OLDEST_FIRST ? byTime : byTime.reversed());
    return found;
  }

  /** What of {@code range} lies where the store has events. */
  private static TimeRange held(LogStore store, TimeRange range) {
    TimeRange held = store.status().range().orElse(new TimeRange(range.from(), range.from()));
    long from = Math.clamp(held.from(), range.from(), range.to());
    return new TimeRange(from, Math.clamp(held.to(), from, range.to()));
  }
}
