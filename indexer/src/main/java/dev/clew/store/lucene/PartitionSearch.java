// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import dev.clew.event.TimeRange;
import dev.clew.query.Query;
import dev.clew.store.Count;
import dev.clew.store.Cursor;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.StoreStatus;
import dev.clew.store.manifest.PartitionEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/** Answers questions from the partitions that can hold the answer. Thread-safe. */
final class PartitionSearch {
  private final Partitions partitions;

  PartitionSearch(Partitions partitions) {
    this.partitions = partitions;
  }

  /** Walks in slices of time, so that no partition is opened that comes after the page is full. */
  Page page(Selection selection, Order order, Optional<Cursor> after, int limit)
      throws IOException {
    TimeRange range = following(selection.range(), order, after);
    List<LogEvent> events = new ArrayList<>();
    for (Slice slice : Slice.of(partitions, range, order)) {
      boolean full = events.size() == limit;
      int wanted = full ? 1 : limit - events.size();
      Page page = page(slice, selection.query(), order, after, wanted);
      if (!full) {
        events.addAll(page.events());
      }
      if (full ? !page.events().isEmpty() : page.next().isPresent()) {
        return new Page(events, Optional.of(Cursor.after(events.get(limit - 1))));
      }
    }
    return new Page(events, Optional.empty());
  }

  private Page page(Slice slice, Query query, Order order, Optional<Cursor> after, int limit)
      throws IOException {
    List<PartitionView> views = new ArrayList<>();
    try {
      List<Segment> segments = new ArrayList<>();
      for (Partition partition : slice.partitions()) {
        Optional<PartitionView> view = partitions.view(partition);
        if (view.isPresent()) {
          views.add(view.get());
          segments.addAll(view.get().segments(query, slice.range()));
        }
      }
      return new PageSearch(order, limit).page(segments, after);
    } finally {
      IOUtils.close(views);
    }
  }

  /** What of {@code range} can hold events after {@code after}. */
  private static TimeRange following(TimeRange range, Order order, Optional<Cursor> after) {
    if (after.isEmpty()) {
      return range;
    }
    long time = after.get().epochNanos();
    if (order == Order.OLDEST_FIRST) {
      long from = Math.max(range.from(), time);
      return new TimeRange(from, Math.max(from, range.to()));
    }
    long to = Math.min(range.to(), time == Long.MAX_VALUE ? time : time + 1);
    return new TimeRange(Math.min(range.from(), to), to);
  }

  /** The largest groups of a selection. */
  Groups groups(Selection selection, List<Grouping> groupings, int limit) throws IOException {
    GroupTable table = new GroupTable(groupings.stream().map(GroupKeys::of).toList());
    long total = 0;
    for (Partition partition : Slice.overlapping(partitions.visible(), selection.range())) {
      Optional<PartitionView> view = partitions.view(partition);
      if (view.isEmpty()) {
        continue;
      }
      try (PartitionView open = view.get()) {
        for (Segment segment : open.segments(selection.query(), selection.range())) {
          if (groupings.isEmpty()) {
            total += segment.count();
          } else {
            table.count(segment);
          }
        }
      }
    }
    return groupings.isEmpty()
        ? new Groups(List.of(), Count.exactly(total), true)
        : table.largest(limit);
  }

  /** The event of that id. */
  Optional<LogEvent> find(EventId id) throws IOException {
    Optional<OriginLookup.Place> place = OriginLookup.place(id);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    for (Partition partition : partitions.visible()) {
      boolean possible =
          partition
              .entry()
              .filter(entry -> entry.sources().mayHold(place.get().source(), place.get().offset()))
              .isPresent();
      Optional<PartitionView> view = possible ? partitions.view(partition) : Optional.empty();
      if (view.isPresent()) {
        try (PartitionView open = view.get()) {
          Optional<OriginLookup.Found> found =
              new OriginLookup(open.reader()).find(place.get().source(), place.get().offset());
          if (found.isPresent()) {
            return Optional.of(
                open.events(found.get().leaf()).read(found.get().document()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What all partitions hold, from the manifest alone. */
  StoreStatus status() {
    long events = 0;
    long bytes = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Partition partition : partitions.visible()) {
      PartitionEntry entry = partition.entry().orElseThrow();
      events += entry.events();
      bytes += entry.bytes();
      first = Math.min(first, entry.first());
      last = Math.max(last, entry.last());
    }
    return new StoreStatus(
        events, events == 0 ? Optional.empty() : Optional.of(TimeRange.around(first, last)), bytes);
  }
}
