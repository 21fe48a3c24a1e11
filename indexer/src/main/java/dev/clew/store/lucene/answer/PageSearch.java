// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.answer;

import dev.clew.event.LogEvent;
import dev.clew.store.Cursor;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.lucene.match.DocumentSink;
import dev.clew.store.lucene.segment.Helpers;
import dev.clew.store.lucene.segment.Patience;
import dev.clew.store.lucene.segment.StoredEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.util.ArrayUtil;

/**
 * The first events of a selection. Segments are read from the nearest on, each from its near end in
 * growing windows until it has enough, then they are merged.
 */
public final class PageSearch {
  private static final int FIRST_WINDOW = 2_048;
  private static final int WINDOW_GROWTH = 4;

  private final Order order;
  private final int limit;
  private final Helpers.Help help;
  private volatile boolean over;

  public PageSearch(Order order, int limit, Helpers.Help help) {
    this.order = order;
    this.limit = limit;
    this.help = help;
  }

  /** A document found, and the segment it was found in. */
  private record Hit(Run run, int document) {
    Segment segment() {
      return run.segment;
    }
  }

  /** The matching documents of a segment in the order asked for, read one by one. */
  private static final class Run {
    private final int number;
    private final Segment segment;
    private final int[] documents;
    private int next;
    private Cursor place;

    Run(int number, Segment segment, int[] documents) throws IOException {
      this.number = number;
      this.segment = segment;
      this.documents = documents;
      this.place = segment.order().place(documents[0]);
    }

    Hit take() {
      return new Hit(this, documents[next++]);
    }

    boolean hasNext() {
      return next < documents.length;
    }

    void advance() throws IOException {
      place = segment.order().place(documents[next]);
    }
  }

  /** The page of {@code segments} that starts after {@code after}. */
  public Page page(List<Segment> segments, Optional<Cursor> after) throws IOException {
    Comparator<Cursor> direction =
        order == Order.OLDEST_FIRST ? Comparator.naturalOrder() : Comparator.reverseOrder();
    PriorityQueue<Run> runs =
        new PriorityQueue<>(Comparator.comparing(run -> run.place, direction));
    for (Segment segment : segments) {
      if (after.isPresent()) {
        cut(segment, after.get());
      }
    }
    Nearest nearest = new Nearest();
    List<Segment> near = nearestFirst(segments);
    int from = 0;
    // those behind what was found are left out
    while (from < near.size() && !nearest.isFullBefore(nearEnd(near.get(from)))) {
      List<Segment> some = near.subList(from, Math.min(from + help.width(), near.size()));
      int[][] found = first(some);
      for (int i = 0; i < found.length; i++) {
        if (found[i].length > 0) {
          runs.add(new Run(runs.size(), some.get(i), found[i]));
        }
        for (int document : found[i]) {
          nearest.add(some.get(i).order().time(document));
        }
      }
      from += some.size();
    }
    List<Hit> hits = new ArrayList<>();
    while (hits.size() <= limit && !runs.isEmpty()) {
      Run run = runs.remove();
      hits.add(run.take());
      while (runs.isEmpty() && hits.size() <= limit && run.hasNext()) {
        hits.add(run.take());
      }
      if (run.hasNext()) {
        run.advance();
        runs.add(run);
      }
    }
    List<LogEvent> events = read(hits.subList(0, Math.min(limit, hits.size())));
    if (over) {
      return new Page(events, Optional.empty(), false);
    }
    boolean more = hits.size() > limit;
    return new Page(
        events, more ? Optional.of(Cursor.after(events.get(limit - 1))) : Optional.empty(), true);
  }

  private List<Segment> nearestFirst(List<Segment> segments) throws IOException {
    Map<Segment, Long> ends = new LinkedHashMap<>();
    for (Segment segment : segments) {
      if (segment.min() < segment.max()) {
        ends.put(segment, nearEnd(segment));
      }
    }
    Comparator<Segment> byTime = Comparator.comparing(ends::get);
    return ends.keySet().stream()
        .sorted(order == Order.OLDEST_FIRST ? byTime : byTime.reversed())
        .toList();
  }

  /** The time at which a segment starts, seen from where the page does. */
  private long nearEnd(Segment segment) throws IOException {
    return segment.order().time(order == Order.OLDEST_FIRST ? segment.min() : segment.max() - 1);
  }

  private void cut(Segment segment, Cursor after) throws IOException {
    if (order == Order.OLDEST_FIRST) {
      segment.startAt(segment.order().countUpTo(after));
    } else {
      segment.endAt(segment.order().countBefore(after));
    }
  }

  /** The first matching documents of each segment, one more than the page has. */
  private int[][] first(List<Segment> segments) throws IOException {
    int[][] found = new int[segments.size()][];
    help.share(
        IntStream.range(0, found.length).boxed().toList(),
        found,
        () -> found,
        (all, i) -> {
          Segment segment = segments.get(i);
          all[i] =
              order == Order.OLDEST_FIRST ? oldest(segment, limit + 1) : newest(segment, limit + 1);
        });
    return found;
  }

  private int[] oldest(Segment segment, int wanted) throws IOException {
    Found found = new Found();
    int from = segment.min();
    int window = FIRST_WINDOW;
    while (from < segment.max() && found.count < wanted && !over) {
      int to = (int) Math.min((long) from + window, segment.max());
      scan(segment, from, to, found);
      from = to;
      window = grown(window);
    }
    return Arrays.copyOf(found.documents, Math.min(wanted, found.count));
  }

  private int[] newest(Segment segment, int wanted) throws IOException {
    int[] newest = new int[0];
    int to = segment.max();
    int window = FIRST_WINDOW;
    while (to > segment.min() && newest.length < wanted && !over) {
      int from = Math.max(to - window, segment.min());
      Found found = new Found();
      scan(segment, from, to, found);
      int taken = Math.min(found.count, wanted - newest.length);
      int old = newest.length;
      newest = Arrays.copyOf(newest, old + taken);
      for (int i = 0; i < taken; i++) {
        newest[old + i] = found.documents[found.count - 1 - i];
      }
      to = from;
      window = grown(window);
    }
    return newest;
  }

  /** Finds what there is time for. */
  private void scan(Segment segment, int from, int to, Found found) throws IOException {
    try {
      segment.scan(from, to, found);
    } catch (Patience.Over e) {
      over = true;
    }
  }

  private static int grown(int window) {
    return (int) Math.min((long) window * WINDOW_GROWTH, Integer.MAX_VALUE / 2);
  }

  /** Reads events segment by segment, in the order of their documents: blocks are unpacked once. */
  private static List<LogEvent> read(List<Hit> hits) throws IOException {
    Integer[] byPlace = new Integer[hits.size()];
    Arrays.setAll(byPlace, i -> i);
    Arrays.sort(
        byPlace,
        Comparator.<Integer>comparingInt(i -> hits.get(i).run().number)
            .thenComparingInt(i -> hits.get(i).document()));
    LogEvent[] events = new LogEvent[hits.size()];
    Segment current = null;
    StoredEvents stored = null;
    for (int i : byPlace) {
      Hit hit = hits.get(i);
      if (stored == null || hit.segment() != current) {
        current = hit.segment();
        stored = new StoredEvents(current.leaf().reader(), current.shapes());
      }
      events[i] = stored.read(hit.document());
    }
    return List.of(events);
  }

  /** The times of the nearest documents found, one more than the page has. */
  private final class Nearest {
    private final PriorityQueue<Long> farthestFirst =
        new PriorityQueue<>(
            order == Order.OLDEST_FIRST
                ? Comparator.<Long>reverseOrder()
                : Comparator.<Long>naturalOrder());

    void add(long time) {
      farthestFirst.add(time);
      if (farthestFirst.size() > limit + 1) {
        farthestFirst.remove();
      }
    }

    /** True when there are enough, and none could come before them from {@code time} on. */
    boolean isFullBefore(long time) {
      return farthestFirst.size() > limit
          && (order == Order.OLDEST_FIRST
              ? time > farthestFirst.element()
              : time < farthestFirst.element());
    }
  }

  private static final class Found implements DocumentSink {
    private int[] documents = new int[0];
    private int count;

    @Override
    public void accept(int[] more, int length) {
      documents = ArrayUtil.grow(documents, count + length);
      System.arraycopy(more, 0, documents, count, length);
      count += length;
    }
  }
}
