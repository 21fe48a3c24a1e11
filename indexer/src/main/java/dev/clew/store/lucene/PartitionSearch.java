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
import dev.clew.store.lucene.answer.GroupTable;
import dev.clew.store.lucene.answer.PageSearch;
import dev.clew.store.lucene.answer.Segment;
import dev.clew.store.lucene.part.Coverage;
import dev.clew.store.lucene.part.Failures;
import dev.clew.store.lucene.part.Partition;
import dev.clew.store.lucene.part.PartitionView;
import dev.clew.store.lucene.part.Partitions;
import dev.clew.store.lucene.part.Slice;
import dev.clew.store.lucene.segment.Helpers;
import dev.clew.store.lucene.segment.OriginLookup;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.manifest.PartitionEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/** Answers questions from the partitions that can hold the answer. Thread-safe. */
final class PartitionSearch {
  private final Partitions partitions;

  /** So many partitions are read side by side. */
  private static final int SIDE_BY_SIDE = 16;

  private final Failures failures;
  private final Helpers helpers;

  PartitionSearch(Partitions partitions, Failures failures, Helpers helpers) {
    this.partitions = partitions;
    this.failures = failures;
    this.helpers = helpers;
  }

  /** Walks in slices of time, so that no partition is opened that comes after the page is full. */
  Page page(Selection selection, Order order, Optional<Cursor> after, int limit, Patience patience)
      throws IOException {
    TimeRange range = following(selection.range(), order, after);
    return Coverage.answer(
        partitions,
        coverage -> page(coverage, selection.query(), range, order, after, limit, patience));
  }

  private Page page(
      Coverage coverage,
      Query query,
      TimeRange range,
      Order order,
      Optional<Cursor> after,
      int limit,
      Patience patience)
      throws IOException {
    List<LogEvent> events = new ArrayList<>();
    Helpers.Help help = helpers.help();
    for (Slice slice : Slice.of(partitions, range, order)) {
      boolean full = events.size() == limit;
      int wanted = full ? 1 : limit - events.size();
      Page page =
          page(coverage, slice, query, new PageSearch(order, wanted, help), after, patience);
      if (!full) {
        events.addAll(page.events());
      }
      if (!page.complete()) {
        return new Page(events, Optional.empty(), false);
      }
      if (full ? !page.events().isEmpty() : page.next().isPresent()) {
        return new Page(
            events, Optional.of(Cursor.after(events.get(limit - 1))), coverage.isWhole());
      }
    }
    return new Page(events, Optional.empty(), coverage.isWhole());
  }

  private static Page page(
      Coverage coverage,
      Slice slice,
      Query query,
      PageSearch search,
      Optional<Cursor> after,
      Patience patience)
      throws IOException {
    Selection selection = new Selection(query, slice.range());
    try (Views views = new Views(coverage, slice.partitions())) {
      Page page = search.page(views.segments(selection, patience), after);
      coverage.done();
      return page;
    }
  }

  /** Partitions that are read side by side. */
  private static final class Views implements Closeable {
    private final List<PartitionView> open = new ArrayList<>();

    Views(Coverage coverage, List<Partition> partitions) throws IOException {
      try {
        for (Partition partition : partitions) {
          coverage.view(partition).ifPresent(open::add);
        }
      } catch (Throwable e) {
        IOUtils.closeWhileSuppressingExceptions(e, open);
        throw e;
      }
    }

    List<Segment> segments(Selection selection, Patience patience) throws IOException {
      List<Segment> segments = new ArrayList<>();
      for (PartitionView view : open) {
        segments.addAll(view.segments(selection.query(), selection.range(), patience));
      }
      return segments;
    }

    @Override
    public void close() throws IOException {
      IOUtils.close(open);
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

  /** The largest groups of a selection by each of {@code groupings}. */
  List<Groups> groups(
      Selection selection, List<List<Grouping>> groupings, int limit, Patience patience)
      throws IOException {
    return Coverage.answer(
        partitions, coverage -> groups(coverage, selection, groupings, limit, patience));
  }

  private List<Groups> groups(
      Coverage coverage,
      Selection selection,
      List<List<Grouping>> groupings,
      int limit,
      Patience patience)
      throws IOException {
    List<GroupTable> tables =
        groupings.stream().map(each -> new GroupTable(each, groupings.size())).toList();
    List<Partition> all = Slice.overlapping(partitions.visible(), selection.range());
    Helpers.Help help = helpers.help();
    boolean over = false;
    try {
      for (int from = 0; from < all.size(); from += SIDE_BY_SIDE) {
        patience.checkNow();
        List<Partition> some = all.subList(from, Math.min(from + SIDE_BY_SIDE, all.size()));
        try (Views views = new Views(coverage, some)) {
          count(views.segments(selection, patience), tables, help);
        }
        coverage.done();
      }
    } catch (Patience.Over e) {
      over = true;
    }
    boolean whole = coverage.isWhole() && !over;
    return tables.stream().map(table -> groups(table, limit, whole)).toList();
  }

  private static Groups groups(GroupTable table, int limit, boolean whole) {
    Groups all = table.largest(limit);
    Count total = new Count(all.total().value(), false);
    return whole ? all : new Groups(all.groups(), total, false, all.lacking());
  }

  private static void count(List<Segment> segments, List<GroupTable> tables, Helpers.Help help)
      throws IOException {
    List<List<GroupTable>> helping = new ArrayList<>();
    try {
      help.share(
          segments,
          tables,
          () -> {
            List<GroupTable> more = tables.stream().map(GroupTable::forHelper).toList();
            helping.add(more);
            return more;
          },
          (own, segment) -> {
            for (GroupTable table : own) {
              table.count(segment);
            }
          });
    } finally {
      // also when nobody waits for the rest
      for (List<GroupTable> more : helping) {
        for (int i = 0; i < tables.size(); i++) {
          tables.get(i).add(more.get(i));
        }
      }
    }
  }

  /**
   * The event of that id.
   *
   * @throws dev.clew.store.StoreException.Corrupt when it may be in a damaged partition
   */
  Optional<LogEvent> find(EventId id) throws IOException {
    Optional<OriginLookup.Place> place = OriginLookup.place(id);
    return place.isEmpty()
        ? Optional.empty()
        : Coverage.answer(partitions, coverage -> find(coverage, place.get()));
  }

  private Optional<LogEvent> find(Coverage coverage, OriginLookup.Place place) throws IOException {
    for (Partition partition : partitions.visible()) {
      if (!mayHold(partition, place)) {
        continue;
      }
      Optional<PartitionView> view = coverage.view(partition);
      if (view.isPresent()) {
        try (PartitionView open = view.get()) {
          Optional<OriginLookup.Found> found =
              new OriginLookup(open.reader()).find(place.source(), place.offset());
          if (found.isPresent()) {
            return Optional.of(open.events(found.get().leaf()).read(found.get().document()));
          }
        }
      }
      coverage.done();
    }
    if (!coverage.isWhole()) {
      throw failures.outOfReach();
    }
    return Optional.empty();
  }

  private static boolean mayHold(Partition partition, OriginLookup.Place place) {
    return partition
        .entry()
        .filter(entry -> entry.sources().mayHold(place.source(), place.offset()))
        .isPresent();
  }

  /** What all partitions hold, from the manifest alone. */
  StoreStatus status(Optional<String> trouble) {
    List<Partition> visible = partitions.visible();
    List<StoreStatus.Damaged> damaged = new ArrayList<>();
    long events = 0;
    long bytes = 0;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Partition partition : visible) {
      PartitionEntry entry = partition.entry().orElseThrow();
      bytes += entry.bytes();
      if (partition.isDamaged()) {
        damaged.add(damaged(entry));
      } else {
        events += entry.events();
        first = Math.min(first, entry.first());
        last = Math.max(last, entry.last());
      }
    }
    return new StoreStatus(
        events,
        events == 0 ? Optional.empty() : Optional.of(TimeRange.around(first, last)),
        bytes,
        visible.size(),
        damaged,
        trouble);
  }

  private static StoreStatus.Damaged damaged(PartitionEntry entry) {
    return new StoreStatus.Damaged(
        entry.name(),
        TimeRange.around(entry.first(), entry.last()),
        entry.events(),
        entry.damage());
  }
}
