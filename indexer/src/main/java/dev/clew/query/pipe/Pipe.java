// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Extraction;
import dev.clew.query.Query;
import java.util.List;

/**
 * One step of a pipeline: takes events or rows, gives events or rows. A closed tree, so that an
 * executor that forgets one does not compile.
 *
 * <p>{@code toString} gives text that {@link PipelineParser} reads as an equal pipe.
 */
public sealed interface Pipe {
  /** Most rows a pipe can be asked for by number. */
  int MOST_ROWS = 1_000_000;

  /** Most fields to group by. */
  int MOST_KEYS = 3;

  /**
   * Measures of each group of rows with equal keys; of all rows together when there are no keys. A
   * row with several values of a key is in several groups, one with none in the group of the empty
   * text.
   *
   * @param measures at least one
   */
  record Stats(List<Measure> measures, List<Key> by) implements Pipe {
    public Stats {
      measures = some(measures, "stats needs a measure");
      by = List.copyOf(by);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /**
   * The most frequent values of fields, or the rarest; rows that lack one of the fields are left
   * out.
   */
  record Top(int limit, List<String> fields, boolean rarest) implements Pipe {
    public Top {
      fields = some(fields, "top needs a field");
      positive(limit);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /**
   * Measures over time.
   *
   * @param by the field whose values are series; empty for none
   * @param series most series of their own; the others together are the series OTHER
   */
  record Timechart(Span span, List<Measure> measures, String by, int series) implements Pipe {
    /** How many series there are unless another number is asked for. */
    public static final int SERIES = 10;

    public Timechart {
      measures = some(measures, "timechart needs a measure");
      positive(series);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** Rows in another order; equal ones keep theirs, and those without the field come last. */
  record Sort(List<SortKey> keys) implements Pipe {
    public Sort {
      keys = some(keys, "sort needs a field");
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** A field to sort by, and whether its largest value comes first. */
  record SortKey(String field, boolean descending) {}

  /** The first rows. */
  record Head(int count) implements Pipe {
    public Head {
      positive(count);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The last rows, in their order. */
  record Tail(int count) implements Pipe {
    public Tail {
      positive(count);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** Only these columns, in this order; events become rows. */
  record Fields(List<String> names) implements Pipe {
    public Fields {
      names = some(names, "fields needs a field");
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The first row of each combination of values; rows that lack one of the fields are left out. */
  record Dedup(List<String> fields) implements Pipe {
    public Dedup {
      fields = some(fields, "dedup needs a field");
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The rows for which the condition holds. */
  record Where(Condition condition) implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The events that match one more query. */
  record Search(Query query) implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /**
   * Adds a field for every named group of the expression, as found first in the field; the empty
   * field name stands for the whole text of the event.
   */
  record Rex(String field, String expression) implements Pipe {
    public Rex {
      expression = Extraction.checked(expression);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /**
   * The events around every event, oldest first.
   *
   * @param lines how many before, and after
   * @param key what the neighbours share: {@code file thread host service trace}, or {@code all}
   */
  record Context(int lines, String key) implements Pipe {
    /** Most neighbours on either side. */
    public static final int MOST = 500;

    public Context {
      positive(lines);
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** A row for each value of the field that an event has, about all events with that value. */
  record Trace(String key) implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The patterns of the events. */
  record Patterns() implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The patterns of the events, counted now and in the same stretch of time that much earlier. */
  record Compare(Span earlier) implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** What sets the events apart from those of another query in the same time. */
  record Explain(Query than) implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The changes that may have caused what the events show. */
  record Suspects() implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /** The values by which the services of the events can be joined. */
  record Joins() implements Pipe {
    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  /**
   * What happened when, a lane for each value of a field.
   *
   * @param lane the field, not empty
   */
  record Timeline(String lane) implements Pipe {
    public Timeline {
      if (lane.isEmpty()) {
        throw new IllegalArgumentException("timeline by takes a field");
      }
    }

    @Override
    public String toString() {
      return PipePrinter.print(this);
    }
  }

  private static <T> List<T> some(List<T> list, String message) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(message);
    }
    return List.copyOf(list);
  }

  private static void positive(int number) {
    if (number < 1 || number > MOST_ROWS) {
      throw new IllegalArgumentException(
          "a number of rows is from 1 to %,d, not %,d".formatted(MOST_ROWS, number));
    }
  }
}
