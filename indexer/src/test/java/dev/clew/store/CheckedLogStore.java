// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import dev.clew.event.EventId;
import dev.clew.event.LogEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that fails loudly when the one inside breaks a clause that any answer can show. */
public final class CheckedLogStore implements LogStore {
  private final LogStore inside;

  /** Checks the answers of {@code inside}. */
  public CheckedLogStore(LogStore inside) {
    this.inside = inside;
  }

  @Override
  public LogStore waiting(Until until) {
    return new CheckedLogStore(inside.waiting(until));
  }

  @Override
  public void append(List<LogEvent> events, Map<String, String> bookmarks) {
    inside.append(events, bookmarks);
  }

  @Override
  public Map<String, String> bookmarks() {
    Map<String, String> bookmarks = inside.bookmarks();
    check(!bookmarks.containsValue(""), "C14: a removed bookmark is still there");
    return bookmarks;
  }

  @Override
  public void refresh() {
    inside.refresh();
  }

  @Override
  public Page search(Selection selection, Order order, Optional<Cursor> after, int limit) {
    Page page = inside.search(selection, order, after, limit);
    check(page.events().size() <= limit, "C3: a page holds more than its limit");
    check(
        page.next().isEmpty() || page.events().size() == limit,
        "C1: a page that is not full says that more follows");
    LogEvent before = null;
    for (LogEvent event : page.events()) {
      check(holds(selection, event), "C10: an event of a page is not one of the selection");
      check(
          before == null
              || (LogEvent.ORDER.compare(before, event) < 0) == (order == Order.OLDEST_FIRST),
          "C1: a page is out of order");
      check(
          after.isEmpty()
              || (after.get().compareTo(Cursor.after(event)) < 0) == (order == Order.OLDEST_FIRST),
          "C1: a page holds an event from before its cursor");
      before = event;
    }
    return page;
  }

  @Override
  public Groups aggregate(Selection selection, List<Grouping> groupings, int limit) {
    return checked(groupings, limit, inside.aggregate(selection, groupings, limit));
  }

  @Override
  public List<Groups> aggregateEach(
      Selection selection, List<List<Grouping>> groupings, int limit) {
    List<Groups> each = inside.aggregateEach(selection, groupings, limit);
    check(each.size() == groupings.size(), "C10: not one answer for each grouping");
    for (int i = 0; i < each.size(); i++) {
      checked(groupings.get(i), limit, each.get(i));
    }
    return each;
  }

  private static Groups checked(List<Grouping> groupings, int limit, Groups groups) {
    check(groups.groups().size() <= limit, "C3: an answer holds more groups than its limit");
    check(
        groups.groups().stream().sorted(Groups.ORDER).toList().equals(groups.groups()),
        "C10: groups are out of order");
    boolean byTime = groupings.size() == 1 && groupings.get(0) instanceof Grouping.ByTime;
    long sum = groups.groups().stream().mapToLong(Groups.Group::count).sum();
    check(
        !byTime || !groups.complete() || sum == groups.total().value(),
        "C6: the counts of the steps do not sum to the total");
    for (Groups.Group group : groups.groups()) {
      check(group.keys().size() == groupings.size(), "C10: a group lacks a key");
      check(group.count() > 0 && group.first() <= group.last(), "C6: a group is empty");
    }
    return groups;
  }

  @Override
  public Optional<LogEvent> find(EventId id) {
    Optional<LogEvent> found = inside.find(id);
    check(found.map(LogEvent::id).map(id::equals).orElse(true), "C10: found another event");
    return found;
  }

  @Override
  public void expireBefore(Instant instant) {
    inside.expireBefore(instant);
  }

  @Override
  public StoreStatus status() {
    StoreStatus status = inside.status();
    check((status.events() == 0) == status.range().isEmpty(), "C4: a range of no events");
    return status;
  }

  @Override
  public void close() {
    inside.close();
  }

  private static boolean holds(Selection selection, LogEvent event) {
    return selection.range().contains(event.time().epochNanos())
        && selection.query().matches(event);
  }

  private static void check(boolean holds, String broken) {
    if (!holds) {
      throw new AssertionError(broken);
    }
  }
}
