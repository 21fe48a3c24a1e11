// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.query.FieldKind;
import dev.clew.store.Count;
import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import dev.clew.store.LogStore;
import dev.clew.store.Order;
import dev.clew.store.Page;
import dev.clew.store.Selection;
import dev.clew.store.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the most frequent values of each field of a selection. Which attributes there are is learnt
 * from the newest events. Thread-safe, as the store is.
 */
public final class ValueSearch {
  private static final List<String> NAMED =
      List.of("service", "level", "host", "version", "logger", "exception", "thread");

  /** So many events are read; of more, the store counts the groups. */
  private static final int READ = 1_000;

  /**
   * So many groups are asked for at least: among them are nearly always the events that lack the
   * field, which would be a question of their own.
   */
  private static final int GROUPS = 1_000;

  private static final int MOST_ATTRIBUTES = 40;
  private static final int FEWEST_ATTRIBUTES = 4;

  /** Counting an attribute looks at every event; more looks than this would let people wait. */
  private static final long MOST_LOOKS = 20_000_000;

  private final LogStore store;
  private final int limit;

  /**
   * @param limit most values of a field, from 1 to less than {@link LogStore#MAX_LIMIT}
   */
  public ValueSearch(LogStore store, int limit) {
    this.store = store;
    this.limit = limit;
  }

  /** The values of the fields of {@code selection}; when {@code until} passes, those by then. */
  public FieldValues find(Selection selection, Until until) {
    LogStore answering = store.waiting(until);
    Page page = answering.search(selection, Order.NEWEST_FIRST, Optional.empty(), READ);
    Sample sample = new Sample(page.events(), page.complete());
    boolean whole = page.complete() && page.next().isEmpty();
    Counting counting =
        whole
            ? new EventCounting(sample.events())
            : new StoreCounting(answering, selection, Math.max(GROUPS, limit + 1));
    return new Run(counting, sample, whole).values();
  }

  /** One search: what was counted so far. */
  private final class Run {
    private final Counting counting;
    private final Sample sample;
    private final boolean whole;
    private final List<FieldValues.Field> fields = new ArrayList<>();
    private boolean exact = true;

    Run(Counting counting, Sample sample, boolean whole) {
      this.counting = counting;
      this.sample = sample;
      this.whole = whole;
    }

    FieldValues values() {
      Count total = count(NAMED);
      count(attributes(total.value()));
      return new FieldValues(
          total, fields, whole ? 0 : sample.events().size(), exact && sample.complete());
    }

    /** Counts the fields of these names; the number of events in all. */
    private Count count(List<String> names) {
      List<List<Grouping>> groupings = new ArrayList<>();
      names.forEach(name -> groupings.add(List.of(new Grouping.ByField(name))));
      groupings.add(List.of());
      List<Groups> each = counting.by(groupings);
      for (int i = 0; i < names.size(); i++) {
        add(names.get(i), each.get(i));
      }
      Count total = each.getLast().total();
      exact &= total.exact();
      return total;
    }

    private void add(String name, Groups groups) {
      exact &= groups.total().exact();
      List<FieldValues.Value> values = new ArrayList<>();
      Optional<Long> missing = groups.complete() ? Optional.of(0L) : Optional.empty();
      for (Groups.Group group : groups.groups()) {
        String text = group.keys().getFirst();
        if (!text.isEmpty()) {
          values.add(new FieldValues.Value(text, group.count()));
        } else if (groups.lacking() == 0) {
          missing = Optional.of(group.count());
        }
      }
      if (!values.isEmpty()) {
        fields.add(
            new FieldValues.Field(
                name,
                values.subList(0, Math.min(limit, values.size())),
                values.size() > limit || !groups.complete(),
                missing.orElseGet(() -> counting.missing(name)),
                groups.lacking()));
      }
    }

    /** Names of attributes, those that most of the events have first. */
    private List<String> attributes(long total) {
      long most = Math.clamp(MOST_LOOKS / Math.max(1, total), FEWEST_ATTRIBUTES, MOST_ATTRIBUTES);
      return sample.attributes().stream()
          // an attribute called as a field is, say msg, cannot be asked for by that name
          .filter(name -> FieldKind.of(name) == FieldKind.ATTRIBUTE)
          .limit(most)
          .toList();
    }
  }
}
