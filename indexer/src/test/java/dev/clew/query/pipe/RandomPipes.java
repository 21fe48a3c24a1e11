// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.pipe.Condition.Operand;
import dev.clew.query.pipe.Condition.Operator;
import dev.clew.query.pipe.Measure.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random pipes that follow one another, over given fields and values. */
public final class RandomPipes {
  private static final List<Span> SPANS =
      List.of(
          Span.AUTOMATIC,
          new Span(1_000_000_000L),
          new Span(7_000_000_000L),
          new Span(3_600_000_000_000L));
  private static final List<String> EXPRESSIONS =
      List.of(
          "(?<word>[a-z]+)", "(?P<digits>\\d+)(?<rest>\\D*)", "(?<left>\\w+)[=:](?<right>\\S+)|x");

  private final Random random;
  private final List<String> fields;
  private final List<String> values;
  private List<String> columns = List.of();

  /** Draws fields and values from the given lists, which must not be empty. */
  public RandomPipes(Random random, List<String> fields, List<String> values) {
    this.random = random;
    this.fields = fields;
    this.values = values;
  }

  /** One to {@code most} pipes, of those that need no store. */
  public List<Pipe> next(int most) {
    columns = List.of();
    List<Pipe> pipes = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      pipes.add(pipe());
    }
    return pipes;
  }

  private Pipe pipe() {
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> stats();
      case 4 -> top();
      case 5 -> chart();
      case 6, 7 -> new Pipe.Sort(some(() -> new Pipe.SortKey(field(), random.nextBoolean()), 3));
      case 8 -> new Pipe.Head(1 + random.nextInt(30));
      case 9 -> new Pipe.Tail(1 + random.nextInt(30));
      case 10 -> fields();
      case 11 -> new Pipe.Dedup(names(2));
      case 12 -> rex();
      default -> new Pipe.Where(condition(2));
    };
  }

  private Pipe stats() {
    List<Measure> measures = measures(3);
    List<Key> keys = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      names(3).stream()
          .filter(name -> !name.equals("time"))
          .forEach(name -> keys.add(new Key.ByField(name)));
    }
    if (random.nextInt(4) == 0) {
      keys.add(random.nextInt(keys.size() + 1), new Key.ByTime(one(SPANS)));
    }
    columns(keys.stream().map(Key::name).toList(), measures.stream().map(Measure::name).toList());
    return new Pipe.Stats(measures, keys);
  }

  private Pipe top() {
    List<String> names = names(2);
    columns(names, List.of("count", "percent"));
    return new Pipe.Top(1 + random.nextInt(20), names, random.nextBoolean());
  }

  private Pipe chart() {
    List<Measure> measures = measures(2);
    String by = random.nextBoolean() ? field() : "";
    int series = random.nextBoolean() ? Pipe.Timechart.SERIES : 1 + random.nextInt(4);
    columns(List.of("time"), measures.stream().map(Measure::name).toList());
    return new Pipe.Timechart(one(SPANS), measures, by.equals("time") ? "" : by, series);
  }

  private Pipe fields() {
    List<String> names = names(4);
    columns(names, List.of());
    return new Pipe.Fields(names);
  }

  private Pipe rex() {
    String expression = one(EXPRESSIONS);
    if (!columns.isEmpty()) {
      columns(columns, List.of("word", "digits", "rest", "left", "right"));
    }
    return new Pipe.Rex(random.nextBoolean() ? "" : field(), expression);
  }

  private void columns(List<String> keys, List<String> measures) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(measures);
    columns = all;
  }

  private List<Measure> measures(int most) {
    Set<String> names = new LinkedHashSet<>();
    List<Measure> measures = new ArrayList<>();
    for (Measure measure : some(this::measure, most)) {
      if (names.add(measure.name())) {
        measures.add(measure);
      }
    }
    return measures;
  }

  private Measure measure() {
    Function function = one(List.of(Function.values()));
    if (function == Function.COUNT && random.nextBoolean()) {
      return Measure.count();
    }
    double percent =
        function == Function.PERCENTILE ? one(List.of(50.0, 95.0, 99.9, 0.5, 100.0)) : 0;
    String field = field();
    return random.nextInt(5) == 0
        ? new Measure(function, percent, field, "named " + random.nextInt(3))
        : Measure.of(function, percent, field);
  }

  /** The next condition, at most {@code depth} levels of and, or, not deep. */
  Condition condition(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> new Condition.Not(condition(depth - 1));
      case 1, 2 -> new Condition.And(List.of(condition(depth - 1), condition(depth - 1)));
      case 3 -> new Condition.Or(List.of(condition(depth - 1), condition(depth - 1)));
      default -> new Condition.Test(field(), one(List.of(Operator.values())), operand());
    };
  }

  private Operand operand() {
    return switch (random.nextInt(5)) {
      case 0 -> new Operand(field(), Operand.Kind.FIELD);
      case 1 -> new Operand(one(values), Operand.Kind.TEXT);
      case 2 -> new Operand(one(List.of("1", "5", "500", "2s", "10MB", "-3")), Operand.Kind.WORD);
      case 3 -> new Operand(one(List.of("*o*", "?", "web*", "A-17")), Operand.Kind.WORD);
      default -> new Operand(one(List.of("error", "warn", "count", "service")), Operand.Kind.WORD);
    };
  }

  private List<String> names(int most) {
    return List.copyOf(new LinkedHashSet<>(some(this::field, most)));
  }

  /** Mostly one that is there. */
  private String field() {
    boolean column = !columns.isEmpty() && random.nextInt(6) > 0;
    return one(column ? columns : fields);
  }

  private <T> List<T> some(java.util.function.Supplier<T> source, int most) {
    List<T> some = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      some.add(source.get());
    }
    return some;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
