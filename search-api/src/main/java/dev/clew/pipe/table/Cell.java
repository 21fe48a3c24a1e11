// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.table;

import dev.clew.event.EventTime;
import dev.clew.query.Quantity;
import dev.clew.query.Quantity.Dimension;
import java.util.List;

/** A value in a row. */
public sealed interface Cell {
  /** As text: what people see and what is compared as text. */
  String text();

  /** Bytes it takes, about. */
  default long weight() {
    return 32;
  }

  /** Nothing; the empty text too. */
  static Cell of(String text) {
    return text.isEmpty() ? new Missing() : new Text(text);
  }

  /** A number of things. */
  static Cell count(long number) {
    return new Numeric(number, Dimension.NUMBER);
  }

  /** The row has no such value. */
  record Missing() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /** A text as it was read. */
  record Text(String text) implements Cell {
    @Override
    public long weight() {
      return 56 + (long) text.length();
    }
  }

  /**
   * A number that was computed.
   *
   * @param value in the base unit of the dimension: nanoseconds, bytes, percent or just a number
   */
  record Numeric(double value, Dimension dimension) implements Cell {
    @Override
    public String text() {
      return NumberText.print(value, dimension);
    }
  }

  /** A moment, in nanoseconds since the epoch. */
  record Time(long epochNanos) implements Cell {
    @Override
    public String text() {
      return EventTime.instant(epochNanos).toString();
    }
  }

  /**
   * Several values.
   *
   * @param more how many were left out at least, for lack of room
   */
  record Several(List<String> texts, long more) implements Cell {
    public Several {
      texts = List.copyOf(texts);
    }

    @Override
    public String text() {
      String joined = String.join(", ", texts);
      return more == 0 ? joined : joined + ", … and %,d more".formatted(more);
    }

    @Override
    public long weight() {
      return 48 + texts.stream().mapToLong(each -> 56 + (long) each.length()).sum();
    }
  }

  /** The quantity that a text says, or that a number is; empty for anything else. */
  default java.util.Optional<Quantity> quantity() {
    return switch (this) {
      case Numeric number -> Quantity.of(number.value(), number.dimension());
      case Text text -> Quantity.of(text.text());
      default -> java.util.Optional.empty();
    };
  }
}
