// SPDX-License-Identifier: Apache-2.0
package dev.clew.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.EventBuilder;
import dev.clew.event.EventTime;
import dev.clew.event.LogEvent;
import dev.clew.event.Origin;
import dev.clew.event.RawLine;
import dev.clew.event.TimeQuality;
import dev.clew.event.TimeRange;
import dev.clew.scan.Slices.Slice;
import dev.clew.store.ListLogStore;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slices are a range without a gap or an overlap, and hold about as many events as wanted. */
class SlicesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TimeRange DAY = new TimeRange(0, 86_400 * SECOND);

  @Test
  void cutsManyEventsOfAMomentInAFarLongerRange() {
    List<Long> times = new ArrayList<>();
    times.add(5L);
    for (int i = 0; i < 2_000; i++) {
      times.add(40_000 * SECOND + i * 1_000_000L);
    }
    times.add(80_000 * SECOND);
    LogStore store = store(times);

    for (Order order : Order.values()) {
      List<Slice> slices = slices(store, DAY, order, 100);
      assertThat(slices).hasSizeBetween(10, 45);
      assertThat(slices).allMatch(slice -> slice.events() <= 200);
      assertThat(slices.stream().mapToLong(Slice::events).sum()).isEqualTo(times.size());
      assertThat(gaps(slices, DAY, order)).isEmpty();
    }
  }

  @Test
  void leavesEventsOfOneMillisecondTogether() {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      times.add(10 * SECOND + i * 1_000L);
    }
    List<Slice> slices = slices(store(times), DAY, Order.NEWEST_FIRST, 10);

    assertThat(slices).hasSize(1);
    assertThat(slices.getFirst()).isEqualTo(new Slice(DAY, 500));
  }

  @Test
  void isTheWholeRangeWhereThereIsNothing() {
    assertThat(slices(new ListLogStore(), DAY, Order.OLDEST_FIRST, 10))
        .containsExactly(new Slice(DAY, 0));
  }

  @Test
  void cutsTheLongestRangeThereIs() {
    TimeRange all = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      times.add(-50L * SECOND + i * SECOND);
    }
    for (Order order : Order.values()) {
      List<Slice> slices = slices(store(times), all, order, 10);
      assertThat(slices).hasSizeGreaterThan(4);
      assertThat(gaps(slices, all, order)).isEmpty();
    }
  }

  private static List<Slice> slices(LogStore store, TimeRange range, Order order, long wanted) {
    Slices slices = new Slices(store, range, order);
    List<Slice> all = new ArrayList<>();
    while (!slices.isDone()) {
      all.add(slices.next(wanted));
    }
    return all;
  }

  /** Places where a slice does not begin where the one before ended. */
  private static List<Slice> gaps(List<Slice> slices, TimeRange range, Order order) {
    List<Slice> wrong = new ArrayList<>();
    long at = order == Order.OLDEST_FIRST ? range.from() : range.to();
    for (Slice slice : slices) {
      TimeRange own = slice.range();
      long begin = order == Order.OLDEST_FIRST ? own.from() : own.to();
      if (begin != at) {
        wrong.add(slice);
      }
      at = order == Order.OLDEST_FIRST ? own.to() : own.from();
    }
    if (at != (order == Order.OLDEST_FIRST ? range.to() : range.from())) {
      wrong.add(slices.getLast());
    }
    return wrong;
  }

  private static LogStore store(List<Long> times) {
    List<LogEvent> events = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      Origin origin = new Origin("00000000000000ff", "a.log", i * 2L, i + 1L, 1);
      EventTime time = new EventTime(times.get(i), TimeQuality.EXACT);
      RawLine raw = RawLine.of("x\n".getBytes(StandardCharsets.UTF_8));
      events.add(new EventBuilder(origin, raw, time).body("x").build());
    }
    LogStore store = new ListLogStore();
    store.append(events, Map.of());
    store.refresh();
    return store;
  }
}
