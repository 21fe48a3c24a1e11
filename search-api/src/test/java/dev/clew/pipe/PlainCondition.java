// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.event.Severity;
import dev.clew.pipe.table.Cell;
import dev.clew.pipe.table.Row;
import dev.clew.query.Comparing;
import dev.clew.query.Quantity;
import dev.clew.query.Query;
import dev.clew.query.Words;
import dev.clew.query.pipe.Condition;
import dev.clew.query.pipe.Condition.Operand;
import java.util.List;
import java.util.Optional;

/** What conditions mean, said in the plainest way. */
final class PlainCondition {
  private PlainCondition() {}

  static boolean holds(Condition condition, Row row) {
    return switch (condition) {
      case Condition.And and -> !and.parts().stream().anyMatch(part -> !holds(part, row));
      case Condition.Or or -> !or.parts().stream().allMatch(part -> !holds(part, row));
      case Condition.Not not -> !holds(not.part(), row);
      case Condition.Test test -> holds(test, row);
    };
  }

  private static boolean holds(Condition.Test test, Row row) {
    boolean word = test.operand().kind() == Operand.Kind.WORD;
    boolean column =
        test.operand().kind() == Operand.Kind.FIELD
            || (word && row.hasColumn(test.operand().text()));
    List<Cell> others =
        column ? row.values(test.operand().text()) : List.of(new Cell.Text(test.operand().text()));
    boolean any = false;
    for (Cell left : row.values(test.field())) {
      for (Cell right : others) {
        any |= holds(test, left, right, word && !column);
      }
    }
    return any != (test.operator() == Condition.Operator.NOT_EQUAL);
  }

  private static boolean holds(Condition.Test test, Cell left, Cell right, boolean word) {
    String field = test.field();
    return switch (test.operator()) {
      case EQUAL, NOT_EQUAL -> equal(field, left, right, word);
      case LESS -> compare(field, left, right, Comparing.Operator.LESS);
      case AT_MOST -> compare(field, left, right, Comparing.Operator.AT_MOST);
      case MORE -> compare(field, left, right, Comparing.Operator.MORE);
      case AT_LEAST -> compare(field, left, right, Comparing.Operator.AT_LEAST);
    };
  }

  private static boolean equal(String field, Cell left, Cell right, boolean word) {
    if (word && right.text().matches("(?s).*[*?].*")) {
      return new Query.Like("x", right.text()).fits(left.text());
    }
    if (left instanceof Cell.Time || right instanceof Cell.Time) {
      return left.equals(right);
    }
    if (field.equals("level") && Severity.ofWord(right.text()).isPresent()) {
      return Severity.ofWord(left.text()).equals(Severity.ofWord(right.text()));
    }
    Optional<Quantity> number = field.equals("version") ? Optional.empty() : left.quantity();
    Optional<Integer> order = number.flatMap(n -> right.quantity().flatMap(n::compareWith));
    return order.isPresent()
        ? order.get() == 0
        : Words.fold(left.text()).equals(Words.fold(right.text()));
  }

  private static boolean compare(String field, Cell left, Cell right, Comparing.Operator operator) {
    if (left instanceof Cell.Time time) {
      return right instanceof Cell.Time other
          && operator.accepts(Long.compare(time.epochNanos(), other.epochNanos()));
    }
    Optional<Integer> order =
        left.quantity().flatMap(n -> right.quantity().flatMap(n::compareWith));
    if (order.isPresent()) {
      return operator.accepts(order.get());
    }
    return !(left instanceof Cell.Numeric)
        && Comparing.holds(field, left.text(), operator, right.text());
  }
}
