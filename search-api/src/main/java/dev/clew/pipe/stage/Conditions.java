// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe.stage;

import dev.clew.event.EventTime;
import dev.clew.event.Severity;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import dev.clew.query.Comparing;
import dev.clew.query.FieldKind;
import dev.clew.query.Glob;
import dev.clew.query.Quantity;
import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.query.pipe.Condition;
import dev.clew.query.pipe.Condition.Operand;
import dev.clew.query.pipe.Condition.Operator;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What conditions mean. */
final class Conditions {
  private Conditions() {}

  /** True when {@code condition} holds of {@code row}. */
  static boolean holds(Condition condition, Row row) {
    return switch (condition) {
      case Condition.And and -> and.parts().stream().allMatch(part -> holds(part, row));
      case Condition.Or or -> or.parts().stream().anyMatch(part -> holds(part, row));
      case Condition.Not not -> !holds(not.part(), row);
      case Condition.Test test -> test(test, row);
    };
  }

  private static boolean test(Condition.Test test, Row row) {
    Operand operand = test.operand();
    boolean column =
        operand.kind() == Operand.Kind.FIELD
            || (operand.kind() == Operand.Kind.WORD && row.hasColumn(operand.text()));
    List<Cell> others =
        column ? row.values(operand.text()) : List.of(new Cell.Text(operand.text()));
    boolean glob = !column && operand.kind() == Operand.Kind.WORD;
    boolean unequal = test.operator() == Operator.NOT_EQUAL;
    Operator operator = unequal ? Operator.EQUAL : test.operator();
    boolean found =
        row.values(test.field()).stream()
            .anyMatch(
                cell ->
                    others.stream()
                        .anyMatch(other -> compares(test.field(), cell, operator, other, glob)));
    return found != unequal;
  }

  private static boolean compares(
      String field, Cell cell, Operator operator, Cell other, boolean glob) {
    if (operator == Operator.EQUAL) {
      return isEqual(field, cell, other, glob);
    }
    Comparing.Operator meant =
        switch (operator) {
          case LESS -> Comparing.Operator.LESS;
          case AT_MOST -> Comparing.Operator.AT_MOST;
          case MORE -> Comparing.Operator.MORE;
          default -> Comparing.Operator.AT_LEAST;
        };
    if (cell instanceof Cell.Time time) {
      return nanos(other)
          .map(nanos -> meant.accepts(Long.compare(time.epochNanos(), nanos)))
          .orElse(false);
    }
    Optional<Integer> numbers = numbers(cell, other);
    if (numbers.isPresent()) {
      return meant.accepts(numbers.get());
    }
    return !(cell instanceof Cell.Numeric)
        && new Query.Compare(field, meant, nonEmpty(other.text())).fits(cell.text());
  }

  private static boolean isEqual(String field, Cell cell, Cell other, boolean glob) {
    if (glob && (other.text().indexOf('*') >= 0 || other.text().indexOf('?') >= 0)) {
      return Glob.matches(Words.fold(other.text()), Words.fold(cell.text()));
    }
    if (cell instanceof Cell.Time time) {
      return nanos(other).map(nanos -> nanos == time.epochNanos()).orElse(false);
    }
    if (FieldKind.of(field) == FieldKind.LEVEL) {
      Optional<Severity> wanted = Severity.ofWord(other.text());
      if (wanted.isPresent()) {
        return wanted.equals(Severity.ofWord(cell.text()));
      }
    }
    boolean version = field.equals("version") || field.equals("service.version");
    Optional<Integer> numbers = version ? Optional.empty() : numbers(cell, other);
    return numbers
        .map(order -> order == 0)
        .orElseGet(() -> Words.fold(cell.text()).equals(Words.fold(other.text())));
  }

  private static Optional<Integer> numbers(Cell cell, Cell other) {
    Optional<Quantity> left = cell.quantity();
    Optional<Quantity> right = left.isEmpty() ? Optional.empty() : other.quantity();
    return right.isEmpty() ? Optional.empty() : left.get().compareWith(right.get());
  }

  private static Optional<Long> nanos(Cell cell) {
    if (cell instanceof Cell.Time time) {
      return Optional.of(time.epochNanos());
    }
    try {
      return Optional.of(EventTime.nanos(OffsetDateTime.parse(cell.text()).toInstant()));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** A comparison with nothing holds of nothing, and the lowest text is as good a bound. */
  private static String nonEmpty(String text) {
    return text.isEmpty() ? "\u0000" : text;
  }
}
