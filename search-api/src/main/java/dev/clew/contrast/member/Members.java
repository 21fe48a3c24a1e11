// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast.member;

import dev.clew.event.LogEvent;
import dev.clew.event.Pattern;
import dev.clew.query.FieldKind;
import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a set that were read, events or requests of several, and which of them have what.
 */
public final class Members {
  /** Fields that every event may have, besides its pattern. */
  public static final List<String> FIELDS =
      List.of("service", "level", "host", "version", "logger", "exception", "thread", "file");

  /** Most different values of a field that are told apart; of more, the field names things. */
  public static final int MOST_VALUES = 1_000;

  /** Longer values, in characters, are not told apart. */
  public static final int LONGEST = 1_000;

  private static final int MOST_FIELDS = 2_000;

  /** The time from a request's first event to its last. */
  public static final String DURATION = "duration of the request";

  private final Map<Trait, Hits> traits = new LinkedHashMap<>();
  private final Map<Measured, Series> numbers = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new HashMap<>();
  private final Map<Object, Integer> having = new HashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Variables variables = new Variables();
  private int size;
  private int tooLong;

  /** What has a number: an attribute, or a variable of a pattern. */
  public sealed interface Measured {
    String name();
  }

  public record Named(String name) implements Measured {}

  public record Placed(Variable variable) implements Measured {
    @Override
    public String name() {
      return variable.name();
    }
  }

  /** Numbers of members, ascending. */
  public static final class Hits {
    private int[] members = new int[2];
    private int count;

    private void add(int member) {
      if (count > 0 && members[count - 1] == member) {
        return;
      }
      members = count == members.length ? Arrays.copyOf(members, 2 * count) : members;
      members[count++] = member;
    }

    public int count() {
      return count;
    }

    /** How many members are in both. */
    public int common(Hits other) {
      int common = 0;
      int i = 0;
      int j = 0;
      while (i < count && j < other.count) {
        int order = Integer.compare(members[i], other.members[j]);
        common += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return common;
    }
  }

  /** Takes an event as a member. */
  public void add(LogEvent event) {
    Set<Object> had = new HashSet<>();
    traits(event, had, true);
    close(had);
  }

  /** Takes a request: {@code events} of it, oldest first, one or more. */
  public void add(List<LogEvent> events) {
    Set<Object> had = new HashSet<>();
    Map<Pattern, Integer> times = new HashMap<>();
    for (LogEvent event : events) {
      traits(event, had, false);
      if (event.pattern() != null) {
        times.merge(event.pattern(), 1, Integer::sum);
      }
    }
    times.forEach(
        (pattern, count) -> {
          if (count > 1) {
            hit(new Trait.Repeated(pattern), new Trait.Repeated(pattern), had);
          }
        });
    largest(events);
    double nanos =
        (double) events.getLast().time().epochNanos() - events.getFirst().time().epochNanos();
    number(new Named(DURATION), Quantity.of(nanos, Dimension.TIME));
    close(had);
  }

  /** Of the numbers that a request has under one name, the largest tells what it went through. */
  private void largest(List<LogEvent> events) {
    Map<String, Optional<Quantity>> largest = new HashMap<>();
    for (LogEvent event : events) {
      event
          .attributes()
          .forEach((name, value) -> largest.merge(name, Series.quantity(value), Members::larger));
    }
    largest.forEach((name, value) -> number(new Named(name), value));
  }

  private static Optional<Quantity> larger(Optional<Quantity> one, Optional<Quantity> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : one.get().compareWith(other.get()).map(order -> order >= 0 ? one.get() : other.get());
  }

  private void close(Set<Object> had) {
    had.forEach(field -> having.merge(field, 1, Integer::sum));
    size++;
  }

  private void traits(LogEvent event, Set<Object> had, boolean numbered) {
    for (String field : FIELDS) {
      for (String value : event.field(field)) {
        value(field, value, had);
      }
    }
    event
        .attributes()
        .forEach(
            (name, value) -> {
              // an attribute called like a field of all events is not what its name asks for
              if (FieldKind.of(name) == FieldKind.ATTRIBUTE) {
                value(name, value, had);
                if (numbered) {
                  number(new Named(name), Series.quantity(value));
                }
              }
            });
    if (event.pattern() != null) {
      inside(event, event.pattern(), had, numbered);
    }
  }

  private void inside(LogEvent event, Pattern pattern, Set<Object> had, boolean numbered) {
    hit("pattern", new Trait.OfPattern(patterns.merge(pattern.id(), pattern, (a, b) -> a)), had);
    for (Variable.Holding holding : variables.of(event)) {
      hit(holding.variable(), new Trait.VariableValue(holding.variable(), holding.value()), had);
      if (numbered) {
        number(new Placed(holding.variable()), Series.quantity(holding.value()));
      }
    }
  }

  private void value(String field, String value, Set<Object> had) {
    if (value.length() > LONGEST) {
      tooLong++;
    } else if (!value.isEmpty()) {
      hit(field, new Trait.FieldValue(field, value), had);
    }
  }

  private void hit(Object field, Trait trait, Set<Object> had) {
    had.add(field);
    Hits hits = traits.get(trait);
    if (hits == null) {
      int known = values.getOrDefault(field, 0);
      boolean full = known > MOST_VALUES || (known == 0 && values.size() >= MOST_FIELDS);
      if (full && !(trait instanceof Trait.OfPattern)) {
        return;
      }
      values.put(field, known + 1);
      hits = new Hits();
      traits.put(trait, hits);
    }
    hits.add(size);
  }

  private void number(Measured name, Optional<Quantity> value) {
    if (numbers.containsKey(name) || numbers.size() < MOST_FIELDS) {
      numbers.computeIfAbsent(name, any -> new Series()).add(value);
    }
  }

  public int size() {
    return size;
  }

  public Map<Trait, Hits> traits() {
    return traits;
  }

  public Map<Measured, Series> numbers() {
    return numbers;
  }

  /** The names of fields, and the variables, by how many values each has. */
  public Map<Object, Integer> values() {
    return values;
  }

  /** How many members have the field. */
  public int having(Object field) {
    return having.getOrDefault(field, 0);
  }

  /** How many values were too long to be told apart. */
  public int tooLong() {
    return tooLong;
  }

  /** True when all values of an attribute were numbers of one dimension. */
  public boolean isNumeric(String field) {
    Series series = numbers.get(new Named(field));
    return series != null && series.isPure();
  }

  public int count(Trait trait) {
    Hits hits = traits.get(trait);
    return hits == null ? 0 : hits.count();
  }

  public int common(Trait one, Trait other) {
    Hits left = traits.get(one);
    Hits right = traits.get(other);
    return left == null || right == null ? 0 : left.common(right);
  }
}
